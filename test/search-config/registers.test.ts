import { needsSettings } from '../../search-config/needs.ts'
import { organisationsSettings } from '../../search-config/organisations.ts'
import { partnershipsSettings } from '../../search-config/partnerships.ts'
import * as organisationAttributes from '../../server/organisations/index-attributes.ts'
import { toOrganisationDocument } from '../../server/organisations/organisation-document.ts'
import { organisationQuery, organisationSearch } from '../../server/organisations/organisation-query.ts'
import * as partnershipAttributes from '../../server/partnerships/index-attributes.ts'
import { toPartnershipDocument } from '../../server/partnerships/partnership-document.ts'
import { partnershipQuery, partnershipSearch } from '../../server/partnerships/partnership-query.ts'
import { company, entity } from '../factories/organisations.ts'

const unicef = {
  ...entity('United Nations Children’s Fund', 'UNICEF'),
  description: 'For children',
  listedUntil: 9,
}
const organisationDocument = toOrganisationDocument(
  {
    ...unicef,
    mandate: { text: { en: 'For children' }, sdgs: [4], concepts: ['children'], contributionTypes: [] },
  },
  { entity: undefined, offices: [] },
)
const partnershipDocument = toPartnershipDocument({
  ...{ id: 'p1', title: 'Pumps', description: 'Pumps for schools', language: 'en', results: 'Water' },
  ...{ company: { name: 'Acme' }, entities: [], countries: ['KEN'], regions: [], sdgs: [6], sources: [] },
  ...{ contributionTypes: ['cash'], model: 'advocacy', from: 2020, createdAt: new Date(0) },
})

describe.each([
  [
    'organisations',
    organisationsSettings,
    organisationAttributes,
    organisationDocument,
    organisationSearch(organisationQuery.parse({}), 0),
  ],
  [
    'partnerships',
    partnershipsSettings,
    partnershipAttributes,
    partnershipDocument,
    partnershipSearch(partnershipQuery.parse({}), 0),
  ],
])('the index %s', (_, settings, attributes, document, search) => {
  test('is told every setting that the indexes of postings are', () => {
    expect(Object.keys(settings).sort()).toEqual(Object.keys(needsSettings).sort())
  })

  test('can be asked by every attribute that its list names, and its documents have them', () => {
    const order = search.order === 'fit' ? [] : [search.order.attribute, 'id']
    const facets = Object.values(search.facets).flatMap(({ attribute, orElse }) =>
      [attribute, orElse ?? []].flat(),
    )
    expect(settings.filterableAttributes).toEqual(
      expect.arrayContaining([...facets, ...order, search.cameAt]),
    )
    expect(settings.sortableAttributes).toEqual(expect.arrayContaining(order))
    for (const attribute of [...attributes.filterAttributes, ...attributes.searchAttributes])
      expect(document).toHaveProperty(attribute)
  })
})

test('of a company the index holds nothing that it said for its screening', () => {
  const profile = {
    country: 'DEU',
    industry: '2819',
    owners: ['Hidden Holding'],
    formerNames: ['Old Hidden'],
  }
  const record = { ...company('Acme', profile), description: 'Hidden words', listedUntil: 9 }
  expect(JSON.stringify(toOrganisationDocument(record, { entity: undefined, offices: [] }))).not.toMatch(
    /Hidden/,
  )
})
