import type { Organisation } from '../organisations/organisation.ts'
import { nameIndexOf } from '../screening/names/name-index.ts'

/** What everybody may know of a company that is pointed out. */
export interface PointedOut {
  id: string
  name: string
  country?: string
}

type Named = Pick<Organisation, 'id' | 'name' | 'profile'>

const mostPointedOut = 5

/**
 * Companies that these names may be those of: their own or former names alike, whatever the script, the legal form
 * or small errors; a parent's name within a longer one counts. The likest first.
 */
export function alike(names: string[], companies: Named[]): PointedOut[] {
  const index = nameIndexOf(companies.map(entryOf))
  const hits = names.flatMap((name) => index.hits(name)).sort((a, b) => b.similarity - a.similarity)
  const ids = [...new Set(hits.map(({ entry }) => entry.id))].slice(0, mostPointedOut)
  const byId = new Map(companies.map((company) => [company.id, company]))
  return ids.flatMap((id) => {
    const company = byId.get(id)
    return company ? [{ id, name: company.name, country: company.profile?.country }] : []
  })
}

const entryOf = ({ id, name, profile }: Named) => ({
  id,
  list: 'here',
  names: [name, ...(profile?.formerNames ?? [])],
})
