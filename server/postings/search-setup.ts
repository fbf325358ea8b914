import { isDeepStrictEqual } from 'node:util'
import type { Meilisearch, Settings } from 'meilisearch'
import { needsSettings } from '../../search-config/needs.ts'
import { offersSettings } from '../../search-config/offers.ts'

const indexes: Record<string, Settings> = { offers: offersSettings, needs: needsSettings }

/** Makes the search server's indexes and settings what `search-config/` says; returns what had to be changed. */
export async function applySearchConfig(search: Meilisearch): Promise<string[]> {
  const changed: string[] = []
  for (const [uid, wanted] of Object.entries(indexes)) {
    await ensureIndex(search, uid)
    const present = await search.index(uid).getSettings()
    const different = Object.entries(wanted).filter(
      ([name, value]) => !isSame(name, present[name as keyof Settings], value),
    )
    if (different.length === 0) continue
    const task = await search.index(uid).updateSettings(Object.fromEntries(different))
    await succeed(search, task.taskUid)
    changed.push(...different.map(([name]) => `${uid}.${name}`))
  }
  return changed
}

async function ensureIndex(search: Meilisearch, uid: string): Promise<void> {
  const { results } = await search.getIndexes({ limit: 100 })
  if (results.some((index) => index.uid === uid)) return
  await succeed(search, (await search.createIndex(uid, { primaryKey: 'id' })).taskUid)
}

async function succeed(search: Meilisearch, taskUid: number): Promise<void> {
  const task = await search.tasks.waitForTask(taskUid, { timeout: 60_000, interval: 10 })
  if (task.status !== 'succeeded')
    throw new Error(`The search server refused its settings: ${task.error?.message}`)
}

/** Lists whose order means nothing; the server may give them back in another one. */
const unordered = [
  'filterableAttributes',
  'sortableAttributes',
  'displayedAttributes',
  'stopWords',
  'dictionary',
]

function isSame(name: string, present: unknown, wanted: unknown): boolean {
  if (!unordered.includes(name)) return isDeepStrictEqual(present, wanted)
  return isDeepStrictEqual([...(present as string[])].sort(), [...(wanted as string[])].sort())
}
