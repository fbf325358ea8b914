/** As MongoDB writes a date: `2026-03-01T12:00:00.000Z`. */
export function isoText(date: Date): string {
  return date.toISOString()
}

const shape = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)?)?$/

/** ISO 8601 texts only; without a zone they are in UTC. */
export function parseDate(text: string): Date | undefined {
  if (!shape.test(text)) return undefined
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(text.slice(10))
  const date = new Date(hasZone || text.length === 10 ? text : `${text}Z`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
