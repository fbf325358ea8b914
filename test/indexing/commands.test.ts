import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded, type Embedded } from '../../server/embedded/start-embedded.ts'
import { root } from '../architecture/sources.ts'
import { refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { openSite, type Site } from '../support/site.ts'

let folder: string
let servers: Embedded
let env: Record<string, string>
let site: Site
let cast: Cast

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'concord-commands-'))
  servers = await startEmbedded(folder)
  const { host, apiKey } = servers.meilisearch
  env = { MONGODB_URI: servers.mongodb, MEILI_HOST: host, MEILI_API_KEY: apiKey }
  site = await openSite(env)
  cast = await castFor(site)
  for (const number of [1, 2, 3, 4, 5])
    await cast.hanna.api.post(
      '/needs',
      refrigeratorsNeeded({ title: `Refrigerators for district ${number}` }),
    )
  await site.settled()
}, 120_000)
afterAll(async () => {
  await site.close()
  await servers.stop()
  await rm(folder, { recursive: true, force: true })
})

function command(name: string, ...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  const options = { cwd: root, env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...env } }
  const line = ['--import', 'tsx', `scripts/${name}.ts`, ...args]
  return new Promise((done) => {
    const child = execFile(process.execPath, line, options, (_, out, errors) =>
      done({ code: child.exitCode ?? -1, out, errors }),
    )
  })
}

test('reindex builds an index anew beside a running site, and no search misses anything meanwhile', async () => {
  const { createdAt } = await site.services.searchServer.admin.index('needs').getRawInfo()
  let running = true
  const totals = new Set<number>()
  const asking = (async () => {
    while (running) totals.add((await cast.luis.api.get('/needs?q=refrigerators')).body.total)
  })()
  const { code, out, errors } = await command('reindex', 'needs')
  running = false
  await asking
  expect([code, JSON.parse(out)]).toEqual([
    0,
    { indexes: { needs: { documents: 5, seconds: expect.any(Number) } } },
  ])
  expect(errors).toContain('needs: 5 documents')
  expect([...totals]).toEqual([5])
  const after = await site.services.searchServer.admin.index('needs').getRawInfo()
  expect(after.createdAt).not.toEqual(createdAt)
}, 120_000)

test('reindex knows its indexes', async () => {
  const { code, errors } = await command('reindex', 'offer')
  expect([code, errors]).toEqual([
    1,
    'The index offer is not known; known are offers, needs, organisations, partnerships\n',
  ])
}, 120_000)

test('search-status is content, and then says what somebody changed', async () => {
  await site.settled()
  const fine = await command('search-status')
  expect([fine.code, fine.errors]).toEqual([
    0,
    expect.stringContaining('needs: 5 documents, 5 in the database'),
  ])
  const { admin } = site.services.searchServer
  await admin.index('needs').updateStopWords(['solar']).waitTask()
  const [{ id }] = (await admin.index('needs').getDocuments<{ id: string }>()).results as [{ id: string }]
  await admin.index('needs').deleteDocument(id).waitTask()
  const { code, out } = await command('search-status')
  expect(code).toBe(1)
  expect(JSON.parse(out).indexes[1]).toMatchObject({
    ...{ index: 'needs', documents: 4, database: 5, missing: 1, surplus: 0 },
    ...{ settings: ['stopWords'], wrong: 'other settings: stopWords' },
  })
  expect((await command('reindex')).code).toBe(0)
  await site.settled()
  expect((await site.services.indexing.status()).map(({ wrong }) => wrong)).toEqual([null, null, null, null])
}, 120_000)

test('a site that was set up before starts although the search server is away; a new one says what is wrong', async () => {
  const away = { ...env, MEILI_HOST: 'http://127.0.0.1:9', LOG_LEVEL: 'silent' }
  const again = await openSite(away)
  expect(await (await fetch(`${again.url}/health/ready`)).json()).toMatchObject({ degraded: ['search'] })
  expect((await fetch(`${again.url}/`)).status).toBe(200)
  await again.close()
  const other = { ...away, MONGODB_URI: env.MONGODB_URI!.replace('/?', '/another?') }
  expect(other.MONGODB_URI).not.toBe(env.MONGODB_URI)
  await expect(openSite(other)).rejects.toMatchObject({ name: 'MeilisearchRequestError' })
}, 120_000)
