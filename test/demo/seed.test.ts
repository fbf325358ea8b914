import { demoOffers } from '../../scripts/demo/index.ts'
import { demoId } from '../../scripts/demo/demo-id.ts'
import { seedDemo } from '../../scripts/seed-demo.ts'
import { responseFigures } from '../../server/answers/response-figures.ts'
import { matchesFor } from '../../server/matching/match-access.ts'
import { matchStatuses } from '../../server/matching/match.ts'
import { offerStatus } from '../../server/offers/offer.ts'
import { openSite, type Site } from '../support/site.ts'

const published = demoOffers.filter(({ draft }) => !draft)
let site: Site

beforeAll(async () => {
  site = await openSite()
  await seedDemo(site.services, 'password of the demo')
  await site.settled()
}, 300_000)
afterAll(() => site.close())

const countBy = (values: string[]) =>
  values.reduce<Record<string, number>>((counts, one) => ({ ...counts, [one]: (counts[one] ?? 0) + 1 }), {})
const demoAccount = async (name: string) =>
  (await site.services.accounts.find(demoId(`${name}@demo.example`)))!

test('every offer of the demo set gets from the rules the verdict that the set teaches', async () => {
  const verdicts = await Promise.all(
    published.map(async ({ key }) => [
      key,
      (await site.services.offers.find(demoId(key)))?.screening?.verdict,
    ]),
  )
  expect(Object.fromEntries(verdicts)).toEqual(
    Object.fromEntries(published.map(({ key, expectedVerdict }) => [key, expectedVerdict])),
  )
})

test('there are offers in every state, but for the moment of screening', async () => {
  const offers = await site.services.offers.findMany(demoOffers.map(({ key }) => demoId(key)))
  expect(countBy(offers.map((offer) => offerStatus(offer, new Date())))).toEqual({
    ...{ draft: 5, open: 88, reserved: 5, fulfilled: 6, withdrawn: 7, expired: 7 },
    ...{ held: 16, returned: 10, refused: 6 },
  })
})

test('there are matches in every state', async () => {
  const matches = matchesFor(await demoAccount('admin'), site.services, new Date())
  const seen = await Promise.all(demoOffers.map(({ key }) => matches.ofOffer(demoId(key))))
  const counts = countBy(seen.flat().map(({ status }) => status))
  expect(new Set(Object.keys(counts))).toEqual(new Set(matchStatuses))
})

test('entities answer most offers, some of them late, and each its own share', async () => {
  const { answers, organisations } = site.services
  const entities = (await organisations.unSide()).filter(({ kind }) => kind === 'entity')
  const figures = await Promise.all(
    entities.map(async ({ id }) => responseFigures(await answers.askedSince(new Date(0), id), new Date())),
  )
  const rates = figures.flatMap(({ rate }) => rate ?? [])
  expect(rates.length).toBeGreaterThan(30)
  expect(rates.filter((rate) => rate > 0.5).length).toBeGreaterThan(rates.length / 2)
  expect(new Set(rates).size).toBeGreaterThan(20)
})

test('what happened in the story is dated on its day', async () => {
  const seedlings = (await site.services.offers.find(demoId('shatlat-sidr')))!
  const [days, hours] = [86_400_000, 3_600_000]
  expect(Math.round((Date.now() - +seedlings.createdAt) / days)).toBe(255)
  expect(+seedlings.screening!.at - +seedlings.createdAt).toBeLessThan(hours)
  const [match] = await site.services.matches.ofNeeds([demoId('oxygen-engineers')])
  expect(Math.round((Date.now() - +match!.createdAt) / days)).toBe(19)
  expect(Math.round((Date.now() - +match!.interest.need!.at) / days)).toBe(13)
})

test('the office in Kenya finds matches in several states and alerts, the one in Peru only what is for Peru', async () => {
  const { services } = site
  const office = await demoAccount('office')
  const statuses = (await matchesFor(office, services, new Date()).list()).map(({ status }) => status)
  expect(statuses).toEqual(expect.arrayContaining(['interest', 'introduced']))
  expect(await services.notifications.unread(office.id)).toBeGreaterThan(0)
  const outsider = await matchesFor(await demoAccount('outsider'), services, new Date()).list()
  expect(outsider.length).toBeGreaterThan(0)
  expect(outsider.filter(({ need }) => !need.countries.includes('PER'))).toEqual([])
})

test('seeding again doubles nothing and takes nothing back', async () => {
  const count = async () => {
    const postings = ['offers', 'needs', 'matches', 'notifications', 'audit']
    const names = [...postings, 'organisations', 'accounts', 'partnerships']
    return Promise.all(names.map((name) => site.services.connection.collection(name).countDocuments()))
  }
  const before = await count()
  await site.services.connection.collection('accounts').deleteOne({ email: 'admin@demo.example' })
  await seedDemo(site.services, 'password of the demo')
  await site.settled()
  expect(await count()).toEqual(before)
})

test('what the people of the demo were told while it was seeded is never mailed', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000)
  expect(await site.services.notifications.peopleAwaitingMail(tomorrow)).toEqual([])
})
