import type { IndexObject, Meilisearch, Settings } from 'meilisearch'
import { isNoIndex } from '../connections/search-errors.ts'
import { done } from './search-task.ts'
import { settingDifferences } from './setting-differences.ts'

/** What the search server says of an index; `null` where it has none of that name. */
export async function findIndex(search: Meilisearch, uid: string): Promise<IndexObject | null> {
  try {
    return await search.index(uid).getRawInfo()
  } catch (error) {
    if (isNoIndex(error)) return null
    throw error
  }
}

export async function createIndex(search: Meilisearch, uid: string): Promise<void> {
  await done(search, search.createIndex(uid, { primaryKey: 'id' }))
}

export async function deleteIndex(search: Meilisearch, uid: string): Promise<void> {
  if (await findIndex(search, uid)) await done(search, search.deleteIndex(uid))
}

/** Makes the settings of an index the wanted ones; returns the names of those that had to be changed. */
export async function applySettings(search: Meilisearch, uid: string, wanted: Settings): Promise<string[]> {
  const names = settingDifferences(await search.index(uid).getSettings(), wanted)
  if (names.length === 0) return names
  const change = Object.fromEntries(Object.entries(wanted).filter(([name]) => names.includes(name)))
  await done(search, search.index(uid).updateSettings(change), 600_000)
  return names
}
