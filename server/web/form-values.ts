interface Shape {
  /** fields that may be given several times, such as checkbox groups; always a list afterwards */
  lists?: readonly string[]
  /** fields whose text is a number; also lists of numbers */
  numbers?: readonly string[]
}

type Values = Record<string, unknown>

/**
 * A flat form as the nested, typed value that a schema reads: `quantity.amount` becomes `quantity: { amount }`,
 * a field left empty is absent. What is no number stays as typed, for the schema to complain about.
 */
export function formValues(body: unknown, { lists = [], numbers = [] }: Shape = {}): Values {
  const values: Values = {}
  for (const [name, given] of Object.entries(body ?? {})) {
    if (name === '_csrf' || !isFieldName(name)) continue
    const texts = [given].flat().map(tidy).filter(Boolean)
    const typed = numbers.includes(name) ? texts.map(asNumber) : texts
    const value = lists.includes(name) ? typed : typed[0]
    if (value !== undefined) put(values, name.split('.'), value)
  }
  return values
}

/** Names reach the inside of objects, so only plain words count and none that means something to JavaScript. */
const isFieldName = (name: string): boolean =>
  /^\w+(\.\w+)*$/.test(name) && !/(^|\.)(__proto__|constructor|prototype)(\.|$)/.test(name)

const tidy = (text: unknown): string => String(text).replaceAll('\r\n', '\n').trim()

/** Spaces between thousands are fine; a comma could mean either of two numbers, so it is none. */
function asNumber(text: string): number | string {
  const number = Number(text.replace(/\s/g, ''))
  return Number.isFinite(number) ? number : text
}

function put(values: Values, [name = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    values[name] = value
    return
  }
  const inner = values[name] ?? {}
  if (typeof inner !== 'object') return
  values[name] = inner
  put(inner as Values, rest, value)
}
