import { company } from '../factories/organisations.ts'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import type { Ears } from '../support/ears.ts'
import { password, person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

/** So many offers are open when their companies begin to take them away. */
const offersAtOnce = 24

let site: Site
let cast: Cast
let ears: Ears

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  ears = await cast.wanjiru.listens()
})
afterAll(async () => {
  ears.close()
  await site.close()
})

/** What somebody saw, and when the asking began. */
interface Sight {
  window: string
  asked: number
  text: string
}

interface Open {
  id: string
  name: string
  matchId: string
}

/** When the end of an offer was acknowledged, and what may not be seen from then on. */
interface Ended {
  name: string
  at: number
  act: string
}

/** Names that share no word, so that none is found or said for another. */
const words = 'amber birch cedar delta ember fjord grove heron islet jetty knoll larch'.split(' ')
const nameOf = (number: number): string => `${words[number % 12]}${words[Math.floor(number / 12)]}`

async function postOffers(): Promise<Open[]> {
  const names = Array.from({ length: offersAtOnce }, (_, number) => nameOf(number))
  const ids = new Map<string, string>()
  for (const [number, name] of names.entries()) {
    const who = number % 2 === 0 ? cast.ada : cast.boris
    const { body } = await who.api.post(
      '/offers',
      refrigerators({
        title: `Solar vaccine refrigerators, model ${name}`,
        description: `Model ${name}: ${'new, '.repeat(number)}for health centres, 60 litres each.`,
      }),
    )
    ids.set(name, body.id)
  }
  await site.settled()
  const matches = (await cast.wanjiru.api.get('/matches?limit=100')).body.items
  return names.map((name) => {
    const id = ids.get(name) ?? ''
    return { id, name, matchId: matches.find(({ offer }: { offer: { id: string } }) => offer.id === id)?.id }
  })
}

type Window = [name: string, look: () => Promise<string>]

async function windows(open: Open[]): Promise<Window[]> {
  const browser = visitor(site.url)
  await browser.signIn(cast.wanjiru.email, password)
  const page = (path: string): Window => [path, async () => (await browser.open(path)).text]
  const api = (path: string): Window => [
    `api ${path}`,
    async () => JSON.stringify((await cast.wanjiru.api.get(path)).body),
  ]
  let looks = 0
  /** From a new address each time, since one of them may not take files for ever. */
  const file = (path: string): Window => [
    path,
    async () => {
      looks++
      const from = `198.51.${looks >> 8}.${looks & 255}`
      return (await browser.open(path, { 'x-forwarded-for': from })).text
    },
  ]
  const { needId } = (await cast.wanjiru.api.get(`/matches`)).body.items.map(
    ({ need }: { need: { id: string } }) => ({ needId: need.id }),
  )[0]
  const [one, other] = [open[1]!, open[2]!]
  return [
    page('/offers?limit=100'),
    page('/offers?q=refrigerators&country=KEN&limit=100'),
    page('/offers?q=refrigerators&sort=newest'),
    page('/matches'),
    page('/alerts'),
    page('/'),
    page(`/needs/${needId}`),
    page(`/offers/${one.id}`),
    page(`/matches/${other.matchId}`),
    api('/offers?limit=100'),
    api('/offers?q=refigerators'),
    api('/matches?limit=100'),
    api(`/needs/${needId}/matches`),
    api('/notifications'),
    api(`/offers/${other.id}`),
    file('/offers.csv'),
    file('/offers.json?q=refrigerators'),
    file('/offers.atom?country=KEN'),
    ['socket', replayed],
  ]
}

/** Ends the offers in turn: withdrawn, or edited, so that what was said before no longer holds. */
async function endAll(open: Open[]): Promise<Ended[]> {
  const ended: Ended[] = []
  for (const [number, { id, name }] of open.entries()) {
    const { api } = number % 2 === 0 ? cast.ada : cast.boris
    if (number % 3 === 0) {
      const description = 'Another text, which nobody has looked at: for health centres without mains power.'
      expect((await api.patch(`/offers/${id}`, { title: `Edited ${number}`, description })).status).toBe(200)
      ended.push({ name, at: Date.now(), act: 'edited' })
    } else {
      expect((await api.post(`/offers/${id}/withdrawal`)).status).toBe(200)
      ended.push({ name, at: Date.now(), act: 'withdrawn' })
    }
    await new Promise((done) => setTimeout(done, 60))
  }
  return ended
}

/** A tobacco maker, whose offers the base rules hold until somebody decides. */
const smoke = () =>
  company('Leaf and Smoke', {
    industry: '1200',
    revenueShares: { '1200': 80 },
    declarations: { tobacco: 80 },
  })

async function postHeld(lena: Person): Promise<Map<string, string>> {
  const held = new Map<string, string>()
  for (const name of ['maple', 'nettle', 'otter', 'poplar']) {
    const offer = refrigerators({
      title: `Solar vaccine refrigerators, model ${name}`,
      description: `Model ${name}, for health centres without mains power: ${'new, '.repeat(held.size)}60 litres.`,
    })
    held.set(name, (await lena.api.post('/offers', offer)).body.id)
  }
  return held
}

/** Every other one is refused, and so never to be seen; the others are cleared, and withdrawn soon after. */
async function decideAll(held: Map<string, string>, lena: Person): Promise<Ended[]> {
  const ended: Ended[] = []
  for (const [name, id] of held) {
    const verdict = ended.length % 2 === 0 ? 'refused' : 'cleared'
    const { status } = await cast.selma.api.post(`/offers/${id}/decision`, {
      verdict,
      reason: 'Decided after a look at the company.',
    })
    expect(status).toBe(200)
    await new Promise((done) => setTimeout(done, 200))
    if (verdict === 'cleared') expect((await lena.api.post(`/offers/${id}/withdrawal`)).status).toBe(200)
    ended.push({ name, at: verdict === 'refused' ? 0 : Date.now(), act: verdict })
  }
  return ended
}

/** What a browser hears that lost its connection before the first of the alerts. */
async function replayed(): Promise<string> {
  const ears = await cast.wanjiru.listens('000000000000000000000000')
  await ears.next()
  await new Promise((done) => setTimeout(done, 200))
  ears.close()
  return JSON.stringify(ears.all())
}

test('what is taken away is gone from every window at once, while people look, match and are told', async () => {
  await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  const lena = await person(site, 'Lena', smoke())
  const held = await postHeld(lena)
  const open = await postOffers()
  const looks = await windows(open)
  const sights: Sight[] = []
  const look = async ([window, see]: Window) => {
    const asked = Date.now()
    sights.push({ window, asked, text: await see() })
  }
  for (const one of looks) await look(one)
  let going = true
  const watch = async (first: number) => {
    for (let turn = first; going; turn++) await look(looks[turn % looks.length]!)
  }
  const watching = Promise.all([watch(0), watch(5), watch(10)])
  const ends = Promise.all([endAll(open), decideAll(held, lena)]).finally(() => (going = false))
  const ended = (await ends).flat()
  await watching
  await site.settled()
  for (const one of looks) await look(one)

  const shown = sights.filter(({ text }) => open.some(({ name }) => text.includes(name)))
  expect(looks.map(([name]) => name).filter((name) => !shown.some(({ window }) => window === name))).toEqual(
    [],
  )
  const leaks = sights.flatMap(({ window, asked, text }) =>
    ended
      .filter(({ name, at }) => asked > at && text.includes(name))
      .map(({ name, act }) => `${window} shows "${name}", which was ${act}`),
  )
  expect(leaks).toEqual([])
}, 120_000)
