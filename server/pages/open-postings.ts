import type { Request } from 'express'
import { isAsking } from '../needs/need.ts'
import { isDistributable } from '../offers/offer.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { postingCard } from '../postings/posting-card.ts'
import type { Services } from '../services.ts'
import { addressWith } from '../web/address.ts'

export type PostedServices = Pick<
  Services,
  'organisations' | 'publicOrganisations' | 'partnerships' | 'offers' | 'needs' | 'clock' | 'answers'
>

const mostShown = 5
/** An address takes so many of them. */
const mostPosters = 50

/** What an organisation, or an entity with its offices, offers or asks for now; read from the database. */
export async function openPostings(
  organisation: Organisation,
  offices: Organisation[],
  { language, t }: Pick<Request, 'language' | 't'>,
  { offers, needs, clock }: PostedServices,
) {
  const now = clock.now()
  const side = organisation.kind === 'company' ? 'offer' : 'need'
  const posters = [organisation, ...offices].slice(0, mostPosters)
  const ids = posters.map(({ id }) => id)
  const found =
    side === 'offer'
      ? await offers.newestOf(ids, (offer) => isDistributable(offer, now), mostShown + 1)
      : await needs.newestOf(ids, (need) => isAsking(need, now), mostShown + 1)
  const nameOf = new Map(posters.map(({ id, name }) => [id, name]))
  return {
    title: t(`organisations:page.${side}s`),
    cards: found.slice(0, mostShown).map((posting) => {
      const name = nameOf.get(posting.organisationId) ?? ''
      return postingCard(posting, {
        href: paths.posting(posting),
        organisation: name,
        language,
        t,
        state: 'open',
      })
    }),
    none: t(`organisations:page.no-${side}s`),
    all: found.length > mostShown && {
      href: addressWith(paths.postings(side), { organisation: ids }),
      text: t(`organisations:page.all-${side}s`),
    },
  }
}
