import { isDeepStrictEqual } from 'node:util'
import type { Organisation } from '../../organisations/organisation.ts'

/** The parts of an organisation that its profile is made of. */
const parts = ['description', 'website', 'contact', 'countries', 'profile', 'mandate'] as const
type Part = (typeof parts)[number]

/** A field that stands differently, by its name within its part. */
interface Difference {
  part: Part
  field: string
  before: unknown
  after: unknown
}

export function differencesBetween(before: Organisation, after: Organisation): Difference[] {
  return parts.flatMap((part) => {
    const [one, other] = [fieldsOf(before, part), fieldsOf(after, part)]
    return [...new Set([...Object.keys(one), ...Object.keys(other)])]
      .filter((field) => !isDeepStrictEqual(inOrder(one[field]), inOrder(other[field])))
      .map((field) => ({ part, field, before: one[field], after: other[field] }))
  })
}

/** What is to be written, and what the audit keeps of it: only what changed. */
export function profileChange(before: Organisation, after: Organisation) {
  const differences = differencesBetween(before, after)
  const changed = [...new Set(differences.map(({ part }) => part))]
  const kept = differences.map((one) => ({ ...one, ...onlyChanged(one.before, one.after) }))
  return {
    change: Object.fromEntries(changed.map((part) => [part, after[part]])) as Partial<Organisation>,
    before: Object.fromEntries(kept.map((one) => [one.field, one.before ?? null])),
    after: Object.fromEntries(kept.map((one) => [one.field, one.after ?? null])),
  }
}

/** Of answers by topic, shares by industry and texts by language: those that differ. */
function onlyChanged(before: unknown, after: unknown): { before: unknown; after: unknown } {
  if (!isRecord(before) || !isRecord(after)) return { before, after }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => !isDeepStrictEqual(before[name], after[name]))
  const only = (record: Record<string, unknown>) =>
    Object.fromEntries(changed.map((name) => [name, record[name] ?? null]))
  return { before: only(before), after: only(after) }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function fieldsOf(organisation: Organisation, part: Part): Record<string, unknown> {
  const value = organisation[part]
  return part === 'profile' || part === 'mandate' ? { ...(value as object | undefined) } : { [part]: value }
}

/** The order of codes and names says nothing. */
const inOrder = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted() : value)
