import { jest } from '@jest/globals'
import type { Meilisearch } from 'meilisearch'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let cast: Cast
let admin: Meilisearch

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  admin = site.services.searchServer.admin
  await cast.ada.api.post('/offers', refrigerators())
  for (const number of [1, 2, 3])
    await cast.hanna.api.post(
      '/needs',
      refrigeratorsNeeded({ title: `Refrigerators for district ${number}` }),
    )
  await site.settled()
}, 120_000)
afterEach(() => jest.restoreAllMocks())
afterAll(() => site.close())

const listed = async () => (await cast.luis.api.get('/needs')).body.total as number
const uids = async () =>
  (await admin.getIndexes()).results.map(({ uid }) => uid).filter((uid) => /^(offers|needs)/.test(uid))
const states = () =>
  site.services.connection.collection<{ _id: string; live: object; behindSince?: Date }>('searchindexes')

/** A running site waits between two buildings of one index, the longer the more there were. */
function letHoursPass(hours: number): void {
  const later = Date.now() + hours * 3_600_000
  jest.spyOn(site.services.clock, 'now').mockImplementation(() => new Date(later))
}

/** Twice, since a count that differs is believed when it is seen again. */
async function lookTwice(): Promise<void> {
  await site.services.indexing.lookNow()
  await site.services.indexing.lookNow()
  await site.settled()
}

test('what is right stays as it is', async () => {
  const { createdAt } = await admin.index('needs').getRawInfo()
  await lookTwice()
  expect(await admin.index('needs').getRawInfo()).toMatchObject({ createdAt })
  expect((await site.services.indexing.status()).slice(0, 2)).toMatchObject([
    { index: 'offers', documents: 1, database: 1, wrong: null },
    { index: 'needs', documents: 3, database: 3, wrong: null },
  ])
})

let harmed = 0
test.each([
  ['deleted', () => admin.deleteIndex('needs').waitTask()],
  ['emptied', () => admin.index('needs').deleteAllDocuments().waitTask()],
  [
    'made anew by somebody, with one strange document',
    async () => {
      await admin.deleteIndex('needs').waitTask()
      await admin
        .index('needs')
        .addDocuments([{ id: 'strange', title: 'Strange' }])
        .waitTask()
    },
  ],
  [
    'of an older version of the documents',
    () => states().updateOne({ _id: 'needs' }, { $set: { 'live.version': 1 } }),
  ],
])('an index that was %s is noticed while the site runs, and built anew', async (_, harm) => {
  letHoursPass(30 * ++harmed)
  const before = await states().findOne({ _id: 'needs' })
  await harm()
  await lookTwice()
  expect(await states().findOne({ _id: 'needs' })).not.toMatchObject({ live: before!.live })
  expect(await listed()).toBe(3)
  expect(await uids()).toEqual(['needs', 'offers'])
  const [, status] = await site.services.indexing.status()
  expect(status).toMatchObject({ wrong: null, documents: 3 })
})

test('a hit that may not be shown is counted, and its entry brought to what the database says', async () => {
  const { body } = await cast.hanna.api.post(
    '/needs',
    refrigeratorsNeeded({ title: 'A need soon withdrawn' }),
  )
  await site.settled()
  await site.services.processing.stop()
  await site.services.connection
    .collection<{ _id: string }>('needs')
    .updateOne({ _id: body.id }, { $set: { withdrawnAt: new Date() } })
  await admin
    .index('needs')
    .addDocuments([{ id: 'nobodys', title: 'Of no need at all' }])
    .waitTask()
  site.services.indexing.repair('needs', [body.id, 'nobodys'])
  await untilGone('nobodys')
  const waiting = await site.services.connection
    .collection('needs')
    .countDocuments({ 'work.dueAt': { $exists: true } })
  expect(waiting).toBe(1)
  const metrics = await (await fetch(`${site.url}/metrics`)).text()
  expect(metrics).toMatch(/^concord_stale_hits_total\{index="needs"\} 2$/m)
})

async function untilGone(id: string): Promise<void> {
  const found = await admin.index('needs').search('', { filter: `id = ${id}` })
  if (found.hits.length > 0) return untilGone(id)
}
