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
