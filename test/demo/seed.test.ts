import { demoOffers } from '../../scripts/demo/index.ts'
import { demoId } from '../../scripts/demo/demo-id.ts'
import { seedDemo } from '../../scripts/seed-demo.ts'
import { matchesFor } from '../../server/matching/match-access.ts'
import { offerStatus } from '../../server/offers/offer.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site

beforeAll(async () => {
  site = await openSite()
  await seedDemo(site.services, 'password of the demo')
  await site.settled()
}, 60_000)
afterAll(() => site.close())

const demoAccount = async (name: string) =>
  (await site.services.accounts.find(demoId(`${name}@demo.example`)))!

test('every offer of the demo set gets from the rules the verdict that the set teaches', async () => {
  const verdicts = await Promise.all(
    demoOffers.map(async ({ key }) => [
      key,
      (await site.services.offers.find(demoId(key)))?.screening?.verdict,
    ]),
  )
  expect(Object.fromEntries(verdicts)).toEqual(
    Object.fromEntries(demoOffers.map(({ key, expectedVerdict }) => [key, expectedVerdict])),
  )
})

test('there is an offer in each verdict, one refused and one cleared by a person', async () => {
  const offers = await site.services.offers.findMany(demoOffers.map(({ key }) => demoId(key)))
  const statuses = new Set(offers.map((offer) => offerStatus(offer, new Date())))
  expect([...statuses].sort()).toEqual(['held', 'open', 'refused', 'returned'])
  expect(
    offers
      .map(({ decision }) => decision?.verdict)
      .filter(Boolean)
      .sort(),
  ).toEqual(['cleared', 'refused'])
})

test('the office in Kenya finds matches in several states and alerts, the one in Peru only what is for Peru', async () => {
  const { services } = site
  const office = await demoAccount('office')
  const statuses = (await matchesFor(office, services, new Date()).list()).map(({ status }) => status)
  expect(statuses).toEqual(expect.arrayContaining(['suggested', 'introduced']))
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
