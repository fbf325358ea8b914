import type { CompanyProfile, Mandate, Organisation } from '../../server/organisations/organisation.ts'
import { newId } from '../../server/records/new-id.ts'

const base = () => ({ id: newId(), countries: [], version: 1, createdAt: new Date() })

/** A company that no rule has anything against. */
export const company = (name: string, profile: Partial<CompanyProfile> = {}): Organisation => ({
  ...base(),
  kind: 'company',
  name,
  profile: {
    revenueShares: {},
    declarations: {},
    formerNames: [],
    owners: [],
    controversies: [],
    ...profile,
  },
})

/** A UN entity that takes every kind of contribution. */
export const entity = (name: string, acronym: string, mandate: Partial<Mandate> = {}): Organisation => ({
  ...base(),
  kind: 'entity',
  name,
  acronym,
  mandate: { text: {}, sdgs: [], concepts: [], contributionTypes: [], ...mandate },
})

export const office = (name: string, parent: Organisation, countries: string[]): Organisation => ({
  ...base(),
  kind: 'office',
  name,
  parentId: parent.id,
  countries,
})
