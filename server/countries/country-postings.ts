import type { Request } from 'express'
import { mayHearOf } from '../accounts/permission.ts'
import { exportLinks } from '../exports/export-links.ts'
import { paths } from '../paths.ts'
import { countCountries } from '../postings/count-countries.ts'
import { listPostings } from '../postings/list-postings.ts'
import { listStored } from '../postings/list-stored.ts'
import { listingAddress } from '../postings/listing-address.ts'
import { postingCard } from '../postings/posting-card.ts'
import { lenientQuery } from '../postings/posting-query.ts'
import type { Posting } from '../postings/posting.ts'
import type { SideOfSite } from '../postings/side-of-site.ts'

type Reader = Pick<Request, 'language' | 't' | 'account'>

const mostShown = 4

/** The model of `views/countries/_listed.hbs`: what is open in a country now, newest first, and the ways to the rest. */
export async function countryPostings<P extends Posting>(
  country: string,
  name: string,
  site: SideOfSite<P>,
  { language, t, account }: Reader,
) {
  const { side } = site
  const query = lenientQuery({ country, limit: String(mostShown), sort: 'newest' })
  const address = listingAddress(side, lenientQuery({ country }))
  const listing = (await listPostings(site, query)) ?? (await listStored(site, query))
  return {
    id: `${side}s`,
    title: t(`countries:page.${side}s`),
    counted: await countedWords(country, name, site, t),
    cards: listing.items.map(({ posting, status, organisation }) =>
      postingCard(posting, { href: paths.posting(posting), organisation, language, t, state: status }),
    ),
    none: t(`countries:page.no-${side}s`, { country: name }),
    all: listing.nextCursor && { href: address, text: t(`countries:page.all-${side}s`, { country: name }) },
    atom: exportLinks(address, language).atom,
    alert: mayHearOf(account, side) ? paths.newAlertRule(address) : undefined,
  }
}

/** How many name the country, and how many are for anywhere; nothing where the search server does not answer. */
async function countedWords<P extends Posting>(
  country: string,
  name: string,
  { side, search, clock }: SideOfSite<P>,
  t: Reader['t'],
): Promise<string | undefined> {
  const counts = await countCountries(search, side, clock.now())
  const here = counts?.named.get(country) ?? 0
  if (!counts || here + counts.anywhere === 0) return undefined
  const named = t(`countries:page.named-${side}s`, { count: here, country: name })
  if (counts.anywhere === 0) return named
  return `${named} ${t(`countries:page.anywhere-${side}s`, { count: counts.anywhere, country: name })}`
}
