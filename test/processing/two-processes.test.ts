import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded, type Embedded } from '../../server/embedded/start-embedded.ts'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor } from '../support/cast.ts'
import { listen } from '../support/ears.ts'
import { openSite, type Site } from '../support/site.ts'

let folder: string
let servers: Embedded
let here: Site
let there: Site

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'concord-two-'))
  servers = await startEmbedded(folder)
  const { host, apiKey } = servers.meilisearch
  const env = { MONGODB_URI: servers.mongodb, MEILI_HOST: host, MEILI_API_KEY: apiKey }
  here = await openSite(env)
  there = await openSite(env)
}, 60_000)
afterAll(async () => {
  await here.close()
  await there.close()
  await servers.stop()
  await rm(folder, { recursive: true, force: true })
})

test('two processes share the work, and an alert reaches its person at either, once', async () => {
  const cast = await castFor(here)
  await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  await Promise.all([here.settled(), there.settled()])
  const heardHere = await cast.wanjiru.listens()
  const heardThere = await listen(there.url, { token: cast.wanjiru.token })

  const posts = [1, 2, 3, 4, 5, 6].map((lot) =>
    cast.ada.api.post('/offers', refrigerators({ title: `Solar vaccine refrigerators, lot ${lot}` })),
  )
  const ids = (await Promise.all(posts)).map(({ body }) => body.id as string)
  for (const id of ids) await heardThere.next(({ offerId }) => offerId === id)
  for (const id of ids) await heardHere.next(({ offerId }) => offerId === id)
  await Promise.all([here.settled(), there.settled()])

  expect(heardHere.all()).toHaveLength(ids.length)
  expect(heardThere.all()).toHaveLength(ids.length)
  const count = (name: string) => here.services.connection.collection(name).countDocuments()
  expect([await count('matches'), await count('audit')]).toEqual([ids.length, ids.length + 1])
}, 60_000)
