import Handlebars from 'handlebars'

export type Moment = Date | string | number | null | undefined

/** A point in time as a page model may give it: a date, ISO text or milliseconds; nothing for anything else. */
export function instant(moment: Moment): Date | undefined {
  if (moment === null || moment === undefined || moment === '') return undefined
  const date = new Date(moment)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** `<time>` for people and machines. */
export function timeElement(date: Date, text: string, attributes: Record<string, string> = {}) {
  const all = Object.entries({ datetime: date.toISOString(), ...attributes })
  const written = all.map(([name, value]) => `${name}="${Handlebars.escapeExpression(value)}"`)
  return new Handlebars.SafeString(`<time ${written.join(' ')}>${Handlebars.escapeExpression(text)}</time>`)
}
