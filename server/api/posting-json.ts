import { z } from 'zod'
import { needStatus, needStatuses, type Need } from '../needs/need.ts'
import { offerStatus, offerStatuses, type Offer } from '../offers/offer.ts'
import { postingSchemas } from '../postings/posting-input.ts'

/** A posting as the API shows it: what was written, and where it stands. */
export function postingJson(posting: Offer | Need, organisationName: string, now: Date) {
  const { id, revision, organisationId, createdAt, updatedAt, source } = posting
  return {
    id,
    status: posting.side === 'offer' ? offerStatus(posting, now) : needStatus(posting, now),
    revision,
    organisation: { id: organisationId, name: organisationName },
    ...contentOf(posting),
    ...(source && { source: { format: source.format, key: source.key, url: source.url } }),
    createdAt,
    updatedAt,
  }
}

/** Only what people wrote; nothing of screening or decisions. */
export function contentOf(posting: Offer | Need) {
  const names = Object.keys(postingSchemas.need.shape) as (keyof typeof postingSchemas.need.shape)[]
  return Object.fromEntries(
    names.flatMap((name) => (posting[name] === undefined ? [] : [[name, posting[name]]])),
  )
}

const standing = {
  id: z.string(),
  revision: z.int(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
}

/** The shape of `postingJson`, for the description. */
export const postingAnswers = {
  offer: z.object({ ...postingSchemas.offer.shape, ...standing, status: z.enum(offerStatuses) }),
  need: z.object({ ...postingSchemas.need.shape, ...standing, status: z.enum(needStatuses) }),
}
