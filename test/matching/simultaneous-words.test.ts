import { matchesFor } from '../../server/matching/match-access.ts'
import { dismiss, showInterest } from '../../server/matching/match-acts.ts'
import { drainEffects } from '../../server/processing/drain-effects.ts'
import { outbox } from '../../server/records/outbox.ts'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  await cast.ada.api.post('/offers', refrigerators())
  await site.settled()
  await site.services.processing.stop()
})
afterAll(() => site.close())

beforeEach(async () => {
  const { connection } = site.services
  const unsaid = { interest: {}, dismissal: {}, touched: false, effects: [] }
  await connection.collection('matches').updateMany({}, { $set: unsaid })
  for (const name of ['notifications', 'audit']) await connection.collection(name).deleteMany({})
})

/** What each side can say of the match as both read it before either said a word. */
async function bothRead() {
  const { services } = site
  const desk = { matches: services.matches, wake: () => {}, now: () => new Date() }
  const speaker = async (id: string) => {
    const account = (await services.accounts.find(id))!
    const own = matchesFor(account, services, new Date())
    const [seen] = await own.list()
    const read = await own.findOwn(seen!.match.id)
    return {
      interest: () => showInterest(read, account, desk),
      dismissal: () => dismiss(read, 'wrong-time', account, desk),
    }
  }
  return { company: await speaker(cast.ada.id), office: await speaker(cast.wanjiru.id) }
}

const drain = () => drainEffects({ ...site.services, outbox: outbox(site.services.connection) }, new Date())

/** As a process does that tells what there is to tell and dies before it can note that it did. */
const drainAndDie = () => {
  const stored = outbox(site.services.connection)
  return drainEffects({ ...site.services, outbox: { ...stored, drained: async () => {} } }, new Date())
}

/** The kinds of what each person heard, newest first. */
async function heard() {
  const kinds = async ({ api }: Cast[keyof Cast]): Promise<string[]> =>
    (await api.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind)
  const { ada, boris, wanjiru, luis } = cast
  return {
    company: await kinds(ada),
    office: await kinds(wanjiru),
    outsiders: [...(await kinds(boris)), ...(await kinds(luis))],
  }
}

type Side = 'company' | 'office'
const sides: [Side, Side][] = [
  ['company', 'office'],
  ['office', 'company'],
]

test('interest shown by both sides at the same moment is an introduction, told to both', async () => {
  const { company, office } = await bothRead()
  await Promise.all([company.interest(), office.interest()])
  await drain()
  expect(await heard()).toEqual({
    company: ['match-introduced'],
    office: ['match-introduced'],
    outsiders: [],
  })
})

test('an interest that was told already and one that comes later are an introduction too', async () => {
  const { company, office } = await bothRead()
  await company.interest()
  await drain()
  expect(await heard()).toEqual({ company: [], office: ['interest-shown'], outsiders: [] })
  await office.interest()
  await drain()
  expect(await heard()).toEqual({
    company: ['match-introduced'],
    office: ['match-introduced', 'interest-shown'],
    outsiders: [],
  })
})

describe.each(sides)('the %s shows interest while the other side, the %s, dismisses', (keen, other) => {
  const ended = { company: [], office: [], outsiders: [], [keen]: ['match-dismissed'] }

  test.each([
    ['interest', 'dismissal'],
    ['dismissal', 'interest'],
  ])('first the %s, then the %s: the interested side learns once that it ended', async (first) => {
    const said = await bothRead()
    const acts = [said[keen].interest, said[other].dismissal]
    for (const act of first === 'interest' ? acts : acts.reverse()) await act()
    await drain()
    expect(await heard()).toEqual(ended)
  })

  test('at the same moment, and each telling process dies: still once', async () => {
    const said = await bothRead()
    await Promise.all([said[keen].interest(), said[other].dismissal()])
    await drainAndDie()
    await drainAndDie()
    await drain()
    expect(await heard()).toEqual(ended)
    expect(await drain()).toBe(0)
  })

  test('the interest was told before the dismissal came', async () => {
    const said = await bothRead()
    await said[keen].interest()
    await drain()
    await said[other].dismissal()
    await drain()
    expect(await heard()).toEqual({ ...ended, [other]: ['interest-shown'] })
  })

  test('the dismissal was dealt with before the interest came', async () => {
    const said = await bothRead()
    await said[other].dismissal()
    await drain()
    await said[keen].interest()
    await drain()
    expect(await heard()).toEqual(ended)
  })

  test('a process died after the interest was told and before that was noted, then came the dismissal', async () => {
    const said = await bothRead()
    await said[keen].interest()
    await drainAndDie()
    await said[other].dismissal()
    await drain()
    expect(await heard()).toEqual({ ...ended, [other]: ['interest-shown'] })
  })
})

test('an introduction that is dismissed before anybody heard of it is told as ended only', async () => {
  const { company, office } = await bothRead()
  await Promise.all([company.interest(), office.interest(), company.dismissal()])
  await drain()
  expect(await heard()).toEqual({ company: [], office: ['match-dismissed'], outsiders: [] })
})

test('an interest that its own side takes back before anybody heard of it is told to nobody', async () => {
  const { company } = await bothRead()
  await company.interest()
  await company.dismissal()
  await drain()
  expect(await heard()).toEqual({ company: [], office: [], outsiders: [] })
})

test('a dismissal alone is told to nobody', async () => {
  const { office } = await bothRead()
  await office.dismissal()
  await drain()
  expect(await heard()).toEqual({ company: [], office: [], outsiders: [] })
})

test('every word leaves its trace in the match’s history, also where both came at once', async () => {
  const { company, office } = await bothRead()
  const [{ id }] = await Promise.all([office.interest(), company.dismissal()])
  await drain()
  const entries = await site.services.audits.of(id)
  expect(new Set(entries.map(({ act, actor }) => `${act} of ${actor.name}`))).toEqual(
    new Set(['interest of Wanjiru', 'dismissal of Ada']),
  )
})
