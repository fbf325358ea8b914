import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from '@jest/globals'
import { Meilisearch } from 'meilisearch'
import { startMeilisearch } from '../../../server/embedded/meilisearch/index.ts'
import { openStore } from '../../../server/embedded/meilisearch/storage/store.ts'
import { fill, idsOf, masterKey, startServer, succeeded } from './support.ts'

const children: ChildProcess[] = []
const folders: string[] = []
afterEach(async () => {
  await Promise.all(children.splice(0).map(end))
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function end(child: ChildProcess): Promise<void> {
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
  child.kill('SIGKILL')
  await gone
}

test('a restart keeps documents, settings, keys, tasks and their numbering', async () => {
  const server = await startServer()
  try {
    const client = server.connect()
    const settings = { filterableAttributes: ['country'], synonyms: { wash: ['sanitation'] } }
    const index = await fill(
      client,
      'offers',
      settings,
      [1, 2, 3].map((id) => ({ id, title: `sanitation ${id}`, country: 'KEN' })),
    )
    await succeeded(index.deleteDocument(2).waitTask())
    const key = await client.createKey({ actions: ['search'], indexes: ['offers'], expiresAt: null })
    const before = await client.tasks.getTasks({ limit: 100 })

    const again = await server.restart()

    expect(idsOf(await again.index('offers').search('wash', { filter: 'country = KEN' }))).toEqual([1, 3])
    expect(idsOf(await server.connect(key.key).index('offers').search(''))).toEqual([1, 3])
    expect(await again.tasks.getTasks({ limit: 100 })).toEqual(before)
    const next = await succeeded(
      again
        .index('offers')
        .addDocuments([{ id: 4, title: 'new' }])
        .waitTask(),
    )
    expect(next.uid).toBe(before.results[0]!.uid + 1)
    expect(idsOf(await again.index('offers').search(''))).toEqual([1, 4, 3])
  } finally {
    await server.close()
  }
})

test('two servers on one folder and port: the second says that the port is taken', async () => {
  const server = await startServer()
  const folder = await mkdtemp(join(tmpdir(), 'meilisearch-'))
  folders.push(folder)
  const port = Number(new URL(server.host()).port)
  await expect(startMeilisearch({ folder, apiKey: masterKey, port })).rejects.toThrow('EADDRINUSE')
  await server.close()
})

const childProgram = `
  import { startMeilisearch } from ${JSON.stringify(new URL('../../../server/embedded/meilisearch/index.ts', import.meta.url).href)}
  const { host } = await startMeilisearch({ folder: process.env.FOLDER, apiKey: '${masterKey}' })
  console.log(host)
`

/** A server in a process of its own, which can be killed. */
async function startChild(folder: string): Promise<{ child: ChildProcess; client: Meilisearch }> {
  const options = ['--import', 'tsx', '--input-type=module', '--eval', childProgram]
  const child = spawn(process.execPath, options, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, FOLDER: folder },
  })
  children.push(child)
  const [host] = (await once(createInterface(child.stdout!), 'line')) as [string]
  return {
    child,
    client: new Meilisearch({ host, apiKey: masterKey, defaultWaitOptions: { interval: 1, timeout: 0 } }),
  }
}

test('killed in the midst of additions, it keeps all that succeeded and finishes what was queued', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'meilisearch-'))
  folders.push(folder)
  const succeededIds = new Set<number>()
  const enqueuedIds = new Set<number>()
  let nextId = 1
  for (let round = 0; round < 3; round++) {
    const { child, client } = await startChild(folder)
    const adding = Array.from({ length: 4 }, async () => {
      for (;;) {
        const documents = Array.from({ length: 5 }, () => ({
          id: nextId++,
          title: `offer from round ${round}`,
        }))
        const task = await client.index('offers').addDocuments(documents)
        for (const { id } of documents) enqueuedIds.add(id)
        if ((await client.tasks.waitForTask(task)).status === 'succeeded')
          for (const { id } of documents) succeededIds.add(id)
      }
    })
    await new Promise((resolve) => setTimeout(resolve, 250))
    child.kill('SIGKILL')
    await Promise.allSettled(adding)
  }
  const { client } = await startChild(folder)
  await succeeded(client.index('offers').updatePagination({ maxTotalHits: 1_000_000 }).waitTask())

  const { results } = await client.index('offers').getDocuments({ limit: 1_000_000, fields: ['id'] })
  const stored = new Set(results.map((document) => document['id'] as number))
  expect(succeededIds.size).toBeGreaterThan(10)
  expect([...succeededIds].filter((id) => !stored.has(id))).toEqual([])
  expect([...enqueuedIds].filter((id) => !stored.has(id))).toEqual([])
  const { hits } = await client.index('offers').search('offer', { limit: 1_000_000 })
  expect(new Set(hits.map((hit) => hit['id']))).toEqual(stored)
  expect(stored.size % 5).toBe(0)
  const { results: unfinished } = await client.tasks.getTasks({
    statuses: ['enqueued', 'processing', 'failed'],
  })
  expect(unfinished).toEqual([])
}, 90_000)

test('killed while an index is built anew, it has the old settings or the new ones, and all documents', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'meilisearch-'))
  folders.push(folder)
  const first = await startChild(folder)
  const documents = Array.from({ length: 4_000 }, (_, id) => ({ id, title: `pump ${id}`, kind: id % 5 }))
  await succeeded(first.client.index('offers').addDocuments(documents).waitTask())
  await first.client.index('offers').updateFilterableAttributes(['kind'])
  await new Promise((resolve) => setTimeout(resolve, 60))
  await end(first.child)

  const second = await startChild(folder)
  await succeeded(second.client.index('offers').updateSearchableAttributes(['title']).waitTask())
  const ofFifth = { filter: 'kind = 0', hitsPerPage: 1 }
  expect((await second.client.index('offers').search('pump', ofFifth)).totalHits).toBe(800)
  await second.client.index('offers').updateStopWords(['pump'])
  await end(second.child)

  const third = await startChild(folder)
  await succeeded(third.client.index('offers').updateFaceting({ maxValuesPerFacet: 7 }).waitTask())
  const found = await third.client.index('offers').search('"pump 17"', { filter: 'kind = 2' })
  expect(idsOf(found)).toEqual([17])
  const store = openStore(folder)
  const stored = new Set([...store.prepared.getKeys()].map(([edition]) => edition))
  await store.close()
  expect(stored.size).toBe(1)
}, 60_000)
