import type { Clock } from '../connections/clock.ts'
import type { Log } from '../connections/log.ts'
import type { SearchServer } from '../connections/search.ts'
import type { IndexEntry, IndexKind } from './index-kind.ts'
import type { IndexStateStore } from './index-state-store.ts'
import { mendIndex } from './mend-index.ts'
import { rebuildPatience } from './rebuild-patience.ts'
import { isAway, SearchAway } from './search-away.ts'
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

const sweepMilliseconds = 20_000
const shortestPause = 500
const longestPause = 15_000

/**
 * Keeps the indexes as they should be: sets them up, looks after them now and then, builds anew what was lost, and
 * notices when the search server goes away and comes back.
 */
export function keepIndexes({ server, kinds, states, clock, log, wake }: KeepServices) {
  const services = { admin: server.admin, states, clock, log }
  const mayRebuild = rebuildPatience()
  const stale = new Map(kinds.map(({ uid }) => [uid, 0]))
  let up = false
  let failures = 0
  let stopped = false
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const kindOf = (uid: string): IndexKind => {
    const kind = kinds.find((one) => one.uid === uid)
    if (!kind) throw new Error(`There is no index ${uid}`)
    return kind
  }

  /** Waits for another process that is at it. */
  async function setUpAll(): Promise<void> {
    for (const kind of kinds) {
      while (!(await mendIndex(kind, services, { atStart: true }))) await pause(250)
    }
  }

  async function sweep(): Promise<void> {
    for (const kind of kinds) {
      const allowed = (because: string, sure: boolean) => mayRebuild(kind.uid, because, sure, clock.now())
      await mendIndex(kind, services, { mayRebuild: allowed })
    }
  }

  async function look(): Promise<void> {
    try {
      await server.admin.health()
      await sweep()
      failures = 0
      if (!up) await welcomeBack()
    } catch (error) {
      await noteFailure(error)
    }
    lookAgain(
      up && failures === 0 ? sweepMilliseconds : Math.min(longestPause, shortestPause * 2 ** failures),
    )
  }

  async function welcomeBack(): Promise<void> {
    up = true
    for (const kind of kinds) await kind.hurry(clock.now())
    log.info('the search server is back; what waited is indexed now')
    wake()
  }

  async function noteFailure(error: unknown): Promise<void> {
    failures++
    if (isAway(error)) leave(error)
    else log.error({ err: error }, 'an index could not be looked after; it is tried again')
    const lastError = { message: error instanceof Error ? error.message : String(error), at: clock.now() }
    for (const { uid } of kinds) await states.note(uid, { lastError }).catch(() => {})
  }

  function leave(error: unknown): void {
    if (up) log.warn({ err: error }, 'the search server is away; lists come from the database meanwhile')
    up = false
  }

  function lookAgain(milliseconds: number): void {
    clearTimeout(timer)
    if (stopped) return
    timer = setTimeout(() => {
      looking = look()
    }, milliseconds)
    timer.unref()
  }

  /** A write that failed is looked into soon: away, or an index that somebody deleted. */
  const noteWrite = (error: unknown): never => {
    if (isAway(error)) leave(error)
    lookAgain(shortestPause)
    throw error
  }

  return {
    /**
     * Makes the indexes what they should be and looks after them from now on. Throws where the search server does not
     * answer; a site that was set up before starts all the same.
     */
    async start(): Promise<void> {
      try {
        await setUpAll()
        up = true
        lookAgain(sweepMilliseconds)
      } catch (error) {
        const known = await Promise.all(kinds.map(({ uid }) => states.find(uid)))
        if (!isAway(error) || !known.some((state) => state?.live)) throw error
        log.error({ err: error }, 'the search server does not answer; the site starts without it')
        lookAgain(shortestPause)
      }
    },

    async stop(): Promise<void> {
      stopped = true
      clearTimeout(timer)
      await looking
    },

    /** Writes to an index; `confirmed` fails where the search server could not do it. Throws at once while it is away. */
    async write(uid: string, entries: IndexEntry[], deletedIds: string[]) {
      if (!up) throw new SearchAway()
      const { confirmed } = await writeEntries(server.writing, uid, entries, deletedIds).catch(noteWrite)
      const noted = confirmed.catch(noteWrite)
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
      void mend(uid, ids).catch((error: unknown) => log.warn({ err: error }, 'entries wait for their repair'))
    },

    /** Entries found by searches that were not to be shown, by index, since this process started. */
    staleHits: (): ReadonlyMap<string, number> => stale,

    isUp: (): boolean => up,

    /** What waits to be indexed, and for how many seconds the longest of it does. */
    async lag(): Promise<{ waiting: number; oldestSeconds: number }> {
      const all = await Promise.all(kinds.map((kind) => kind.waiting()))
      const moments = all.flatMap(({ since }) => (since ? [since.getTime()] : []))
      const oldest = moments.length > 0 ? clock.now().getTime() - Math.min(...moments) : 0
      const waiting = all.reduce((sum, { records }) => sum + records, 0)
      return { waiting, oldestSeconds: Math.max(0, Math.round(oldest / 1_000)) }
    },
  }

  async function mend(uid: string, ids: string[]): Promise<void> {
    const known = new Set(await kindOf(uid).markDue(ids, clock.now()))
    wake()
    const strays = ids.filter((id) => !known.has(id))
    if (strays.length > 0) await writeEntries(server.writing, uid, [], strays)
  }
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
