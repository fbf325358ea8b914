import { z } from 'zod'
import { organisationKinds, type Organisation } from '../organisations/organisation.ts'
import { partnershipModels } from '../partnerships/partnership.ts'
import { CONTRIBUTION_TYPES } from '../vocabulary/contribution-types.ts'

/** What everybody may know of an organisation: nothing that a company declared for its screening. */
export function organisationJson({ id, kind, name, acronym, profile, mandate, ...rest }: Organisation) {
  const country = profile?.country
  return {
    ...{ id, kind, name, acronym },
    entityId: rest.parentId,
    countries: country ? [country] : rest.countries,
    industry: profile?.industry,
    mandate: mandate && {
      text: mandate.text,
      sdgs: mandate.sdgs,
      topics: mandate.concepts,
      contributionTypes: mandate.contributionTypes,
    },
  }
}

const text = z.string().optional()

/** The shape of `organisationJson`, for the description. */
export const organisationAnswer = z.object({
  id: z.string(),
  kind: z.enum(organisationKinds),
  name: z.string(),
  acronym: text,
  entityId: text,
  countries: z.array(z.string()),
  industry: text,
  mandate: z
    .object({
      text: z.record(z.string(), z.string()),
      sdgs: z.array(z.int()),
      topics: z.array(z.string()),
      contributionTypes: z.array(z.enum(CONTRIBUTION_TYPES)),
    })
    .optional(),
})

/** A partnership is public as it is stored. */
const partner = z.object({ name: z.string(), organisationId: text })

export const partnershipAnswer = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  language: z.string(),
  company: partner,
  entities: z.array(partner),
  countries: z.array(z.string()),
  regions: z.array(z.string()),
  sdgs: z.array(z.int()),
  contributionTypes: z.array(z.enum(CONTRIBUTION_TYPES)),
  model: z.enum(partnershipModels),
  from: z.int(),
  until: z.int().optional(),
  results: text,
  sources: z.array(z.object({ title: z.string(), url: text })),
  createdAt: z.iso.datetime(),
})
