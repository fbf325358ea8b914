import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Meilisearch } from 'meilisearch'
import { startMeilisearch } from '../../server/embedded/meilisearch/index.ts'
import type { IndexKind } from '../../server/indexing/index-kind.ts'
import type { IndexState, IndexStateStore } from '../../server/indexing/index-state-store.ts'
import { mendIndex } from '../../server/indexing/mend-index.ts'
import { rebuildIndex } from '../../server/indexing/rebuild-index.ts'
import { writeEntries } from '../../server/indexing/write-entries.ts'
import { createLog } from '../../server/connections/log.ts'

let folder: string
let server: { host: string; stop(): Promise<void> }
let admin: Meilisearch

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'concord-rebuild-'))
  server = await startMeilisearch({ folder, apiKey: 'key' })
  admin = new Meilisearch({ host: server.host, apiKey: 'key' })
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Records that belong into an index of their own, and a processing that writes them there. */
function library(uid: string) {
  const records = new Map<string, { id: string; title: string }>()
  const writtenAt = new Map<string, number>()
  const due = new Set<string>()
  const kind: IndexKind = {
    uid,
    version: 1,
    settings: { filterableAttributes: ['title'], stopWords: ['the'] },
    async *documents() {
      const all = [...records.values()]
      for (let start = 0; start < all.length; start += 2) yield all.slice(start, start + 2)
    },
    documentsOf: async (ids) => ids.flatMap((id) => records.get(id) ?? []),
    held: async () => records.size,
    touchedSince: async (moment) =>
      [...writtenAt].filter(([, at]) => at >= moment.getTime()).map(([id]) => id),
    async markDue(ids) {
      for (const id of ids) due.add(id)
      return ids
    },
    hurry: async () => {},
    waiting: async () => ({ records: due.size, since: null }),
  }
  return {
    kind,
    async write(...ids: string[]): Promise<void> {
      const entries = await kind.documentsOf(ids)
      const gone = ids.filter((id) => !records.has(id))
      const { confirmed } = await writeEntries(admin, uid, entries, gone)
      await confirmed
      for (const id of ids) writtenAt.set(id, Date.now())
    },
    async process(): Promise<void> {
      const ids = [...due]
      due.clear()
      await this.write(...ids)
    },
    set: (id: string, title: string) => records.set(id, { id, title }),
    remove: (id: string) => records.delete(id),
  }
}

/** What the database keeps of an index, in memory. */
function statesInMemory(): IndexStateStore {
  const kept = new Map<string, IndexState>()
  return {
    find: async (uid) => kept.get(uid) ?? null,
    lease: async () => 'token',
    renew: async () => true,
    release: async () => {},
    async note(uid, fields) {
      kept.set(uid, { ...(kept.get(uid) ?? { uid }), ...fields })
    },
  }
}

const clock = { now: () => new Date() }
const log = createLog('silent')
const titlesIn = async (uid: string) => {
  const { results } = await admin.index<{ id: string; title: string }>(uid).getDocuments({ limit: 100 })
  return Object.fromEntries(results.map(({ id, title }) => [id, title]))
}
const indexes = async () => (await admin.getIndexes({ limit: 100 })).results.map(({ uid }) => uid).sort()

test('what is written, changed and taken out while an index is built anew is right in the new one', async () => {
  const books = library('books')
  const services = { admin, states: statesInMemory(), clock, log }
  for (const id of ['a', 'b', 'c', 'd', 'e']) books.set(id, `Book ${id}`)
  await mendIndex(books.kind, services)
  expect(await titlesIn('books')).toEqual({
    ...{ a: 'Book a', b: 'Book b', c: 'Book c', d: 'Book d', e: 'Book e' },
  })
  const acts = [
    async () => {
      books.set('a', 'Book a, second edition')
      await books.write('a')
    },
    async () => {
      books.remove('b')
      books.set('f', 'Book f')
      await books.write('b', 'f')
    },
  ]
  const seen: number[] = []
  let acting = Promise.resolve()
  const slowly: IndexKind = {
    ...books.kind,
    async *documents() {
      for await (const some of books.kind.documents()) {
        yield some
        acting = acting.then(acts.shift() ?? (async () => {}))
        await acting
      }
    },
  }
  await rebuildIndex(
    slowly,
    services,
    () => {},
    (documents) => seen.push(documents),
  )
  const right = {
    ...{ a: 'Book a, second edition', c: 'Book c', d: 'Book d', e: 'Book e', f: 'Book f' },
  }
  expect(await titlesIn('books')).toEqual(right)
  await books.process()
  expect(await titlesIn('books')).toEqual(right)
  expect(await indexes()).not.toContain('books__next')
  expect(seen.at(-1)).toBeGreaterThanOrEqual(5)
})

test('what is written between the last look and the swap is written again', async () => {
  const films = library('films')
  films.set('a', 'Film a')
  const services = { admin, states: statesInMemory(), clock, log }
  await mendIndex(films.kind, services)
  const late = new Proxy(admin, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (name !== 'swapIndexes') return typeof value === 'function' ? value.bind(target) : value
      return async (swaps: Parameters<Meilisearch['swapIndexes']>[0]) => {
        films.set('late', 'A late film')
        await films.write('late')
        return target.swapIndexes(swaps)
      }
    },
  })
  await rebuildIndex(films.kind, { ...services, admin: late }, () => {})
  expect(await titlesIn('films')).toEqual({ a: 'Film a' })
  await films.process()
  expect(await titlesIn('films')).toEqual({ a: 'Film a', late: 'A late film' })
})

test('killed at any moment of it, the index in use stays whole, and the next start ends or begins it anew', async () => {
  const maps = library('maps')
  const wanted = { a: 'Map a', b: 'Map b', c: 'Map c' }
  for (const [id, title] of Object.entries(wanted)) maps.set(id, title)
  const states = statesInMemory()
  await mendIndex(maps.kind, { admin, states, clock, log })
  let steps = 0
  for (let survived = false; !survived; steps++) {
    survived = await rebuildIndex(maps.kind, dyingAfter(steps, states), () => {}).then(
      () => true,
      (error: Error) => {
        expect(error.message).toBe('killed')
        return false
      },
    )
    expect(await titlesIn('maps')).toEqual(wanted)
    await mendIndex(maps.kind, { admin, states, clock, log }, { atStart: true })
    await mendIndex(maps.kind, { admin, states, clock, log }, { atStart: true })
    await maps.process()
    expect([steps, await titlesIn('maps')]).toEqual([steps, wanted])
    expect([steps, await indexes()]).toEqual([steps, expect.not.arrayContaining(['maps__next'])])
    expect((await states.find('maps'))?.behindSince).toBeUndefined()
  }
  expect(steps).toBeGreaterThan(12)
}, 60_000)

/** The same servers for a process that dies with its next request or write after so many. */
function dyingAfter(steps: number, states: IndexStateStore) {
  let left = steps
  const dying = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(_, name) {
        const value: unknown = Reflect.get(target, name)
        if (name === 'tasks') return dying(value as object)
        if (typeof value !== 'function') return value
        if (name === 'index') return (uid: string) => dying(value.call(target, uid) as object)
        return (...args: unknown[]) => {
          if (left-- <= 0) throw new Error('killed')
          return value.apply(target, args) as unknown
        }
      },
    })
  return { admin: dying(admin), states: dying(states), clock }
}
