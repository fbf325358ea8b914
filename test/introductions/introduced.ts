import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import type { Cast } from '../support/cast.ts'
import type { Person } from '../support/people.ts'
import type { Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'
import { password } from '../support/people.ts'

export interface Pair {
  offerId: string
  needId: string
  matchId: string
}

/** An offer of Ada's company and a need of Wanjiru's office that fit; nobody has spoken. */
export async function matched(
  site: Site,
  { ada, wanjiru }: Pick<Cast, 'ada' | 'wanjiru'>,
  about = 'Turkana',
) {
  const title = `Solar vaccine refrigerators for ${about}`
  const need = (await wanjiru.api.post('/needs', refrigeratorsNeeded({ title }))).body
  const offer = (
    await ada.api.post('/offers', refrigerators({ title: `${title}, fifty`, description: textOf(about) }))
  ).body
  await site.settled()
  const { items } = (await ada.api.get(`/offers/${offer.id}/matches`)).body
  const match = items.find((one: { need: { id: string } }) => one.need.id === need.id)
  return { offerId: offer.id, needId: need.id, matchId: match.id } as Pair
}

/** The same, and both sides showed interest. */
export async function introduced(
  site: Site,
  cast: Pick<Cast, 'ada' | 'wanjiru'>,
  about?: string,
): Promise<Pair> {
  const pair = await matched(site, cast, about)
  await cast.ada.api.post(`/matches/${pair.matchId}/interest`)
  await cast.wanjiru.api.post(`/matches/${pair.matchId}/interest`)
  await site.settled()
  return pair
}

/** No two alike, or screening would take the second offer for a duplicate. */
const textOf = (about: string): string =>
  `${about}: new solar direct drive refrigerators for vaccines, ${[...about].reverse().join('')}, with installation guides for health centres of ${about}.`

export async function signedIn(site: Site, { email }: Person) {
  const browser = visitor(site.url)
  await browser.signIn(email, password)
  return browser
}

/** The kinds of what somebody was told, newest first. */
export async function heard({ api }: Person): Promise<string[]> {
  return (await api.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind)
}
