import type { FacetValue } from '../search/faceted-search.ts'

/** `among`: those of the ids that everybody may see now. */
export interface PublicNames {
  among(ids: string[]): Promise<Map<string, unknown>>
}

const mostNamed = 20

/**
 * Ids of the commonest values of a facet of organisations and of those chosen. Anybody may choose any id, so that one
 * without a hit is named only where everybody may know of it.
 */
export async function namedAmong(values: FacetValue[], { among }: PublicNames): Promise<string[]> {
  const asked = values.filter(({ selected }, index) => selected || index < mostNamed)
  const idsOf = (some: FacetValue[]) => some.map(({ value }) => value)
  const known = await among(idsOf(asked.filter(({ count }) => count === 0)))
  return [...idsOf(asked.filter(({ count }) => count > 0)), ...known.keys()]
}
