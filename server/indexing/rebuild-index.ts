import type { Meilisearch } from 'meilisearch'
import type { Clock } from '../connections/clock.ts'
import { applySettings, createIndex, deleteIndex, findIndex } from './index-access.ts'
import type { IndexEntry, IndexKind } from './index-kind.ts'
import type { IndexStateStore } from './index-state-store.ts'
import { done } from './search-task.ts'

export interface RebuildServices {
  admin: Meilisearch
  states: IndexStateStore
  clock: Clock
}

/** Throws where the right to go on was lost. */
export type CheckLease = () => void

/** Told of every batch: so many documents are in the new index. */
export type Progress = (documents: number) => void

/** The name under which an index is built beside the one in use. */
export const nextOf = (uid: string): string => `${uid}__next`

/** Clocks of several processes may differ by this much. */
const skewMilliseconds = 60_000
const batch = 500
const longest = 600_000

/**
 * Builds an index anew beside the one in use and swaps the two. What was written meanwhile went to the old one: it
 * is brought to the new one before the swap, and once more after it, through the processing, which alone knows who
 * writes last. A crash at any moment leaves the index in use whole, and the next start begins anew or, past the
 * swap, ends what is left to do.
 */
export async function rebuildIndex(
  kind: IndexKind,
  services: RebuildServices,
  checkLease: CheckLease,
  progress: Progress = () => {},
): Promise<number> {
  const { admin, states, clock } = services
  const next = nextOf(kind.uid)
  const since = new Date(clock.now().getTime() - skewMilliseconds)
  await states.note(kind.uid, { next: undefined })
  await deleteIndex(admin, next)
  await createIndex(admin, next)
  await applySettings(admin, next, kind.settings)
  const documents = await fill(kind, admin, checkLease, progress)
  await bringNews(kind, admin, since)
  checkLease()
  const { createdAt } = (await findIndex(admin, next))!
  await states.note(kind.uid, { next: { version: kind.version, createdAt: String(createdAt), since } })
  if (!(await findIndex(admin, kind.uid))) await createIndex(admin, kind.uid)
  await done(admin, admin.swapIndexes([{ indexes: [kind.uid, next], rename: false }]), longest)
  await adoptIndex(kind, services)
  return documents
}

/** What follows a swap: the new index is the one in use, what was written to the old one is written again. */
export async function adoptIndex(kind: IndexKind, services: RebuildServices): Promise<void> {
  const { states, admin } = services
  const next = (await states.find(kind.uid))?.next
  if (!next) return
  const { since, ...live } = next
  await states.note(kind.uid, { live, behindSince: since, next: undefined })
  await catchUp(kind, services)
  await deleteIndex(admin, nextOf(kind.uid))
}

export async function catchUp(kind: IndexKind, { states, clock }: RebuildServices): Promise<void> {
  const since = (await states.find(kind.uid))?.behindSince
  if (since) await kind.markDue(await kind.touchedSince(since), clock.now())
  await states.note(kind.uid, { behindSince: undefined })
}

/** Reads the next batch while the search server works on the last. */
async function fill(kind: IndexKind, admin: Meilisearch, checkLease: CheckLease, progress: Progress) {
  let documents = 0
  let added = Promise.resolve()
  for await (const entries of kind.documents()) {
    await added
    checkLease()
    progress(documents)
    documents += entries.length
    added = put(admin, nextOf(kind.uid), entries)
    added.catch(() => {})
  }
  await added
  progress(documents)
  return documents
}

async function bringNews(kind: IndexKind, admin: Meilisearch, since: Date): Promise<void> {
  const ids = await kind.touchedSince(since)
  for (let start = 0; start < ids.length; start += batch) {
    const some = ids.slice(start, start + batch)
    const entries = await kind.documentsOf(some)
    const present = new Set(entries.map(({ id }) => id))
    const gone = some.filter((id) => !present.has(id))
    await put(admin, nextOf(kind.uid), entries)
    if (gone.length > 0) await done(admin, admin.index(nextOf(kind.uid)).deleteDocuments(gone), longest)
  }
}

async function put(admin: Meilisearch, uid: string, entries: IndexEntry[]): Promise<void> {
  if (entries.length > 0)
    await done(admin, admin.index(uid).addDocuments(entries, { primaryKey: 'id' }), longest)
}
