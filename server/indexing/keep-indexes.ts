import { presentClock, type Clock } from '../connections/clock.ts'
import type { Log } from '../connections/log.ts'
import type { SearchServer } from '../connections/search.ts'
import type { IndexEntry, IndexKind } from './index-kind.ts'
import { indexStatus, type IndexStatus } from './index-status.ts'
import type { IndexStateStore } from './index-state-store.ts'
import { useNarrowKeys } from './keys.ts'
import { mendIndex } from './mend-index.ts'
import { rebuildIndex, type Progress } from './rebuild-index.ts'
import { rebuildPatience } from './rebuild-patience.ts'
import { isAway, SearchAway } from '../connections/search-errors.ts'
import { watchSearch } from './watch-search.ts'
import { withLease } from './with-lease.ts'
import { writeEntries } from './write-entries.ts'

export interface KeepServices {
  server: SearchServer
  kinds: IndexKind[]
  states: IndexStateStore
  clock: Clock
  log: Log
  /** for records that became due */
  wake(): void
}

export type Indexing = ReturnType<typeof keepIndexes>

/**
 * Keeps the indexes as they should be: sets them up, looks after them now and then, builds anew what was lost, and
 * goes on by itself when the search server was away.
 */
export function keepIndexes({ server, kinds, states, clock, log, wake }: KeepServices) {
  const services = { admin: server.admin, states, clock, log }
  const mayRebuild = rebuildPatience()
  const stale = new Map(kinds.map(({ uid }) => [uid, 0]))

  const kindOf = (uid: string): IndexKind => {
    const kind = kinds.find((one) => one.uid === uid)
    if (!kind) throw new Error(`There is no index ${uid}`)
    return kind
  }

  const watch = watchSearch({
    log,
    async look() {
      await server.admin.health()
      await useNarrowKeys(server, kinds, { clock: presentClock, log })
      for (const kind of kinds) {
        const allowed = (because: string, sure: boolean) => mayRebuild(kind.uid, because, sure, clock.now())
        await mendIndex(kind, services, { mayRebuild: allowed })
      }
    },
    onAway: () => server.beAway(true),
    async onBack() {
      server.beAway(false)
      for (const kind of kinds) await kind.hurry(clock.now())
      wake()
    },
    async onFailure(error) {
      const message = error instanceof Error ? error.message : String(error)
      for (const { uid } of kinds) await states.note(uid, { lastError: { message, at: clock.now() } })
    },
  })

  /** Waits for another process that is at it. */
  async function setUp(): Promise<void> {
    await useNarrowKeys(server, kinds, { clock: presentClock, log })
    for (const kind of kinds) {
      while (!(await mendIndex(kind, services, { atStart: true }))) await pause(250)
    }
  }

  const note = (error: unknown): never => {
    watch.note(error)
    throw error
  }

  async function mendEntries(uid: string, ids: string[]): Promise<void> {
    const known = new Set(await kindOf(uid).markDue(ids, clock.now()))
    wake()
    const strays = ids.filter((id) => !known.has(id))
    if (strays.length > 0) await writeEntries(server.writing, uid, [], strays)
  }

  return {
    kinds,
    isUp: watch.isUp,
    /** Looks after all indexes now, without waiting for the next time. */
    lookNow: watch.lookNow,
    stop: watch.stop,

    /**
     * Makes the indexes what they should be and looks after them from now on. Throws where the search server does not
     * answer or refuses; where it was set up before and is only away, the site starts without it.
     */
    async start(): Promise<void> {
      try {
        await setUp()
        watch.begin(true)
      } catch (error) {
        const known = await Promise.all(kinds.map(({ uid }) => states.find(uid)))
        if (!isAway(error) || !known.some((state) => state?.live)) throw error
        log.error({ err: error }, 'the search server does not answer; the site starts without it')
        watch.begin(false)
      }
    },

    /** Writes to an index; `confirmed` fails where the search server could not do it. Throws at once while it is away. */
    async write(uid: string, entries: IndexEntry[], deletedIds: string[]) {
      if (!watch.isUp()) throw new SearchAway()
      const { confirmed } = await writeEntries(server.writing, uid, entries, deletedIds).catch(note)
      const noted = confirmed.catch(note)
      noted.catch(() => {})
      return { confirmed: noted }
    },

    /**
     * Brings entries of an index to what the database says of them, soon and without failing: for hits that should
     * not have been.
     */
    repair(uid: string, ids: string[]): void {
      if (ids.length === 0) return
      stale.set(uid, (stale.get(uid) ?? 0) + ids.length)
      log.warn({ index: uid, ids }, 'an index had entries that may not be shown; they are indexed anew')
      mendEntries(uid, ids).catch((error: unknown) => {
        log.warn({ err: error, index: uid, ids }, 'entries of an index could not be repaired')
      })
    },

    /** Entries that searches found and that were not to be shown, by index, since this process started. */
    staleHits: (): ReadonlyMap<string, number> => stale,

    /** Builds an index anew beside the one in use; `null` while another process is at it. Returns the documents. */
    rebuild: (uid: string, progress: Progress): Promise<number | null> =>
      withLease(uid, services, (check) => rebuildIndex(kindOf(uid), services, check, progress)),

    /** How each index stands to the database, entry by entry. */
    async status(): Promise<IndexStatus[]> {
      const statuses: IndexStatus[] = []
      for (const kind of kinds) {
        statuses.push(await indexStatus(kind, { admin: server.admin, states, now: clock.now() }))
      }
      return statuses
    },

    /** How each index stands as far as it can be told without reading all of it. */
    async summaries() {
      return Promise.all(
        kinds.map(async ({ uid, version, held, waiting }) => {
          const [state, { records, since }] = [await states.find(uid), await waiting()]
          return {
            ...{ uid, version, held: await held(), waiting: records, staleHits: stale.get(uid) ?? 0 },
            oldestSeconds: since ? Math.round((clock.now().getTime() - since.getTime()) / 1_000) : 0,
            lastError: state?.lastError,
          }
        }),
      )
    },

    /** What waits to be indexed, and for how many seconds the longest of it does. */
    async lag(): Promise<{ waiting: number; oldestSeconds: number }> {
      const all = await Promise.all(kinds.map((kind) => kind.waiting()))
      const moments = all.flatMap(({ since }) => (since ? [since.getTime()] : []))
      const oldest = moments.length > 0 ? clock.now().getTime() - Math.min(...moments) : 0
      const waiting = all.reduce((sum, { records }) => sum + records, 0)
      return { waiting, oldestSeconds: Math.max(0, Math.round(oldest / 1_000)) }
    },
  }
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
