import type { OrganisationStore } from './organisation-store.ts'

export type NameOf = (organisationId: string) => string

/** Tells the names of these organisations by id; of any other an empty text. */
export async function naming(
  ids: string[],
  organisations: Pick<OrganisationStore, 'findMany'>,
): Promise<NameOf> {
  const found = await organisations.findMany([...new Set(ids)])
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}
