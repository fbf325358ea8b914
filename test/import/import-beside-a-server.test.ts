import { adaptActivity } from '../../scripts/import/un-info.ts'
import type { Line } from '../../scripts/import/lines.ts'
import { runImport } from '../../scripts/import/run-import.ts'
import { openSite, type Site } from '../support/site.ts'
import { castFor, type Cast } from '../support/cast.ts'

let site: Site
let people: Cast

beforeAll(async () => {
  site = await openSite()
  people = await castFor(site)
})
afterAll(() => site.close())

const silence = { rejected() {}, read() {}, waiting() {}, unprocessed() {} }

async function* lines(activities: object[]): AsyncGenerator<Line> {
  for (const [index, activity] of activities.entries())
    yield { number: index + 1, text: JSON.stringify(activity) }
}

const imports = (activities: object[]) =>
  runImport({ format: 'un-info', adapt: adaptActivity, lines: lines(activities) }, site.services, silence)

const cold = {
  agency: 'UNICEF',
  name: '2.1.3 Solar vaccine refrigerators for rural clinics',
  description:
    'Rural clinics keep vaccines cold with solar refrigerators, and health workers learn to repair them.',
  start: '2026-01-01',
  end: '2035-12-31',
  outcome: 'Output 2.1: Every child is vaccinated',
  required: 500_000,
  available: 100_000,
  countries: [{ iso3: 'KEN', name: 'Kenya' }],
}

test('activities become needs in their states, of the offices that are there or founded', async () => {
  const { ada, wanjiru, luis } = people
  const offer = await ada.api.post('/offers', {
    title: 'Training in the repair of solar vaccine refrigerators',
    description: 'Our engineers teach health workers in rural clinics to repair solar vaccine refrigerators.',
    language: 'en',
    contributionTypes: ['expertise'],
    sdgs: [3],
    countries: ['KEN'],
  })
  expect(offer.status).toBe(201)
  await site.settled()
  const heard = await wanjiru.listens()

  const summary = await imports([
    { ...cold, id: 1 },
    { ...cold, id: 2, name: 'Cold rooms for district stores', end: '2025-06-30' },
    { ...cold, id: 3, name: 'Cold boxes for outreach teams', available: 500_000 },
    {
      ...cold,
      id: 4,
      agency: 'ITU',
      name: 'School connectivity',
      countries: [{ iso3: 'PER', name: 'Peru' }],
    },
  ])
  expect(summary).toEqual({ lines: 4, imported: 4, skipped: 0, rejected: 0 })

  const open = await wanjiru.api.get('/needs?country=KEN')
  expect(open.body.items).toMatchObject([
    {
      title: 'Solar vaccine refrigerators for rural clinics',
      status: 'open',
      organisation: { name: 'UNICEF Kenya' },
      source: { format: 'un-info', key: '1' },
      value: { amount: 400_000, currency: 'USD' },
    },
  ])
  const closed = await wanjiru.api.get('/needs?country=KEN&status=expired')
  expect(closed.body.items).toMatchObject([{ title: 'Cold rooms for district stores' }])
  const met = await wanjiru.api.get('/needs?country=KEN&status=met')
  expect(met.body.items).toMatchObject([{ title: 'Cold boxes for outreach teams' }])
  const inPeru = await luis.api.get('/needs?country=PER')
  expect(inPeru.body.items).toMatchObject([{ organisation: { name: 'ITU Peru Country Office' } }])

  const matches = await wanjiru.api.get(`/needs/${open.body.items[0].id}/matches`)
  expect(matches.body.items).toMatchObject([{ offer: { id: offer.body.id } }])
  expect(await heard.next()).toMatchObject({
    kind: 'import-matched',
    title: 'An import brought 1 new match for your office',
  })
  const inbox = await wanjiru.api.get('/notifications')
  expect(inbox.body.items).toHaveLength(1)
  expect((await luis.api.get('/notifications')).body.items).toEqual([])
  heard.close()
})

test('a run that changes nothing tells nobody again', async () => {
  const before = (await people.wanjiru.api.get('/notifications')).body.items
  expect(await imports([{ ...cold, id: 1 }])).toEqual({ lines: 1, imported: 0, skipped: 1, rejected: 0 })
  expect((await people.wanjiru.api.get('/notifications')).body.items).toEqual(before)
})

test('a changed line changes the need, and what a person edited stands until then', async () => {
  const { wanjiru } = people
  const [need] = (await wanjiru.api.get('/needs?country=KEN')).body.items
  const edited = await wanjiru.api.patch(`/needs/${need.id}`, { title: 'Refrigerators that run on the sun' })
  expect(edited.status).toBe(200)

  await imports([{ ...cold, id: 1 }])
  expect((await wanjiru.api.get(`/needs/${need.id}`)).body.title).toBe('Refrigerators that run on the sun')

  await imports([{ ...cold, id: 1, available: 500_000 }])
  expect((await wanjiru.api.get(`/needs/${need.id}`)).body).toMatchObject({
    title: 'Solar vaccine refrigerators for rural clinics',
    status: 'met',
  })
})
