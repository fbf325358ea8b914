import { createHash } from 'node:crypto'
import type { Organisation } from '../../server/organisations/organisation.ts'
import type { OrganisationStore } from '../../server/organisations/organisation-store.ts'
import { posterName, type EntityName, type Poster } from './adapted.ts'
import { acronymKey } from './un-entity-names.ts'

type NewOrganisation = Pick<Organisation, 'kind' | 'name'> & Partial<Organisation>

/**
 * Finds the organisations that lines name, or founds them: entities by acronym, an office by its entity and a country
 * that it serves, companies by name. What is found or founded once is remembered.
 */
export async function posterDirectory(organisations: OrganisationStore, now: Date) {
  const unSide = await organisations.unSide()
  const entities = new Map(
    unSide.flatMap(({ kind, acronym, id }) =>
      kind === 'entity' && acronym ? [[acronymKey(acronym), id] as const] : [],
    ),
  )
  const offices = new Map(
    unSide
      .filter(({ kind }) => kind === 'office')
      .sort((one, other) => other.countries.length - one.countries.length)
      .flatMap(({ id, parentId, countries }) =>
        countries.map((country) => [`${parentId} ${country}`, id] as const),
      ),
  )
  const companies = new Map<string, string>()

  async function found(key: string, organisation: NewOrganisation): Promise<string> {
    const id = idFrom(`${organisation.kind}:${key}`)
    await organisations.add({ countries: [], version: 1, createdAt: now, ...organisation, id })
    return id
  }

  const entityId = ({ acronym, name }: EntityName): Promise<string> =>
    remembered(entities, acronymKey(acronym), () =>
      found(acronymKey(acronym), { kind: 'entity', name, acronym }),
    )

  return async function posterId(poster: Poster): Promise<string> {
    const name = posterName(poster)
    if (poster.kind === 'entity') return entityId(poster)
    if (poster.kind === 'company')
      return remembered(companies, name, () => companyId(name, poster.description))
    const parentId = await entityId(poster.entity)
    const place = `${parentId} ${poster.country.alpha3}`
    const office = { kind: 'office' as const, name, parentId, countries: [poster.country.alpha3] }
    return remembered(offices, place, () => found(place, office))
  }

  async function companyId(name: string, description: string): Promise<string> {
    const known = await organisations.named('company', name)
    return known?.id ?? found(name, { kind: 'company', name, description, profile: unknownProfile })
  }
}

/** The source says nothing of what screening wants to know. */
const unknownProfile = { revenueShares: {}, declarations: {}, formerNames: [], owners: [], controversies: [] }

async function remembered(
  ids: Map<string, string>,
  key: string,
  find: () => Promise<string>,
): Promise<string> {
  const id = ids.get(key) ?? (await find())
  ids.set(key, id)
  return id
}

/** An id that follows from what it stands for, so that an import that is run again meets its own records. */
export const idFrom = (key: string): string =>
  createHash('sha256').update(`import:${key}`).digest('hex').slice(0, 24)
