import type { IndexKind } from '../indexing/index-kind.ts'
import {
  ORGANISATION_DOCUMENT_VERSION,
  toOrganisationDocument,
} from '../organisations/organisation-document.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { PARTNERSHIP_DOCUMENT_VERSION, toPartnershipDocument } from '../partnerships/partnership-document.ts'
import type { PartnershipStore } from '../partnerships/partnership-store.ts'
import { organisationsSettings } from '../../search-config/organisations.ts'
import { partnershipsSettings } from '../../search-config/partnerships.ts'

interface Registers {
  organisations: OrganisationStore
  partnerships: PartnershipStore
}

/** The indexes `organisations` and `partnerships`. */
export function registerKinds({ organisations, partnerships }: Registers): IndexKind[] {
  return [
    {
      uid: 'organisations',
      settings: organisationsSettings,
      version: ORGANISATION_DOCUMENT_VERSION,
      async *documents() {
        for await (const part of organisations.inParts()) yield organisationEntries(part, organisations)
      },
      documentsOf: async (ids) => organisationEntries(await organisations.findMany(ids), organisations),
      held: () => organisations.countListed(),
      ...organisations.work,
    },
    {
      uid: 'partnerships',
      settings: partnershipsSettings,
      version: PARTNERSHIP_DOCUMENT_VERSION,
      async *documents() {
        for await (const part of partnerships.inParts()) yield part.map(toPartnershipDocument)
      },
      documentsOf: async (ids) => (await partnerships.findMany(ids)).map(toPartnershipDocument),
      held: () => partnerships.count(),
      ...partnerships.work,
    },
  ]
}

/** Of those that are listed; the processing wrote on each record until when. */
async function organisationEntries(some: Organisation[], organisations: OrganisationStore) {
  const offices = await organisations.officesOf(some.map(({ id }) => id))
  const entities = await organisations.findMany(some.flatMap(({ parentId }) => parentId ?? []))
  return some.flatMap((organisation) => {
    const { id, parentId, listedUntil } = organisation
    if (listedUntil === undefined) return []
    const context = {
      entity: entities.find((entity) => entity.id === parentId),
      offices: offices.filter((office) => office.parentId === id),
    }
    return [toOrganisationDocument({ ...organisation, listedUntil }, context)]
  })
}
