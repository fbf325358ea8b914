import type { TFunction } from 'i18next'
import type { Account } from '../accounts/account.ts'
import { permissionsOf } from '../accounts/permission.ts'
import { paths } from '../paths.ts'
import type { Listing } from '../postings/list-postings.ts'
import type { StoredListing } from '../postings/list-stored.ts'
import { postingCard } from '../postings/posting-card.ts'
import type { Posting, Side } from '../postings/posting.ts'

type Newest = Listing<Posting> | StoredListing<Posting>

interface NewestOfBoth {
  openNeeds: Newest
  openOffers: Newest
}

interface Reader {
  account?: Account
  language: string
  t: TFunction
}

/** The model of `views/pages/home.hbs`. */
export function homePage({ openNeeds, openOffers }: NewestOfBoth, reader: Reader) {
  const { t } = reader
  return {
    figures: figures(openNeeds, openOffers, t),
    calls: callsFor(reader.account, t),
    steps: t('home:steps', { returnObjects: true }),
    audiences: t('home:audiences', { returnObjects: true }),
    lists: [listOf('need', openNeeds, reader), listOf('offer', openOffers, reader)].filter(
      ({ cards }) => cards.length > 0,
    ),
  }
}

/** What is on the site now; nothing where the search server could not be asked. */
function figures(needs: Newest, offers: Newest, t: TFunction) {
  if (!('facets' in needs && 'facets' in offers)) return []
  const countries = new Set([needs, offers].flatMap(({ facets }) => facets.country.map(({ value }) => value)))
  return [
    { value: needs.total, label: t('home:figures.needs', { count: needs.total }) },
    { value: offers.total, label: t('home:figures.offers', { count: offers.total }) },
    { value: countries.size, label: t('home:figures.countries', { count: countries.size }) },
  ]
}

/** The two things that the reader most likely came for. */
function callsFor(account: Account | undefined, t: TFunction) {
  const may = permissionsOf(account)
  if (may.postOffers) return [post('offer', t), { href: paths.matches(), text: t('home:calls.matches') }]
  if (may.postNeeds) return [post('need', t), { href: paths.alerts(), text: t('home:calls.alerts') }]
  if (may.screen) return [{ href: paths.screening(), text: t('home:calls.screening'), primary: true }]
  return [
    { href: paths.needs(), text: t('home:calls.needs'), primary: true },
    { href: paths.signIn(), text: t('navigation.sign-in') },
  ]
}

const post = (side: Side, t: TFunction) => ({
  href: paths.newPosting(side),
  text: t(`navigation.post-${side}`),
  primary: true,
})

function listOf(side: Side, listing: Newest, { language, t }: Reader) {
  return {
    heading: t(`home:newest.${side}s`),
    all: { href: paths.postings(side), text: t(`home:all.${side}s`) },
    cards: listing.items.map(({ posting, organisation, status }) =>
      postingCard(posting, { href: paths.posting(posting), organisation, language, t, state: status }),
    ),
  }
}
