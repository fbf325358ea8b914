import type { Meilisearch } from 'meilisearch'
import { findIndex } from './index-access.ts'
import type { IndexKind } from './index-kind.ts'
import type { IndexStateStore } from './index-state-store.ts'
import { settingDifferences } from './setting-differences.ts'

/** How an index stands to the database. */
export interface IndexStatus {
  index: string
  /** the first of what is wrong, in a few words; `null` where all is well */
  wrong: string | null
  /** in the index; `null` where there is none */
  documents: number | null
  /** records that belong into it */
  database: number
  missing: number
  /** that belong to no record, or to one that does not belong into the index */
  surplus: number
  /** records that are not up to date in it yet */
  waiting: number
  oldestSeconds: number
  /** names of settings that are not the wanted ones */
  settings: string[]
  version: { present: number | null; wanted: number }
  lastError: { message: string; at: Date } | null
}

const page = 1_000

/** Holds every entry of an index against the database. */
export async function indexStatus(
  kind: IndexKind,
  { admin, states, now }: { admin: Meilisearch; states: IndexStateStore; now: Date },
): Promise<IndexStatus> {
  const { uid } = kind
  const live = await findIndex(admin, uid)
  const state = await states.find(uid)
  const present = live ? await idsIn(admin, uid) : new Set<string>()
  const held = await idsOf(kind)
  const { records, since } = await kind.waiting()
  const isKnown = live !== null && state?.live?.createdAt === String(live.createdAt)
  const status = {
    index: uid,
    documents: live ? present.size : null,
    database: held.size,
    missing: [...held].filter((id) => !present.has(id)).length,
    surplus: [...present].filter((id) => !held.has(id)).length,
    waiting: records,
    oldestSeconds: since ? Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000)) : 0,
    settings: live ? settingDifferences(await admin.index(uid).getSettings(), kind.settings) : [],
    version: { present: isKnown ? (state?.live?.version ?? null) : null, wanted: kind.version },
    lastError: state?.lastError ?? null,
  }
  return { ...status, wrong: wrongWith(status) }
}

function wrongWith(status: Omit<IndexStatus, 'wrong'>): string | null {
  const { documents, missing, surplus, settings, version } = status
  if (documents === null) return 'there is no such index'
  if (settings.length > 0) return `other settings: ${settings.join(', ')}`
  if (version.present !== version.wanted)
    return `documents of version ${version.present ?? 'unknown'} instead of ${version.wanted}`
  if (missing + surplus > 0) return `${missing} documents missing, ${surplus} too many`
  return null
}

async function idsOf(kind: IndexKind): Promise<Set<string>> {
  const ids = new Set<string>()
  for await (const entries of kind.documents()) for (const { id } of entries) ids.add(id)
  return ids
}

async function idsIn(admin: Meilisearch, uid: string): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let offset = 0; ; offset += page) {
    const { results } = await admin
      .index(uid)
      .getDocuments<{ id: string }>({ fields: ['id'], limit: page, offset })
    for (const { id } of results) ids.add(id)
    if (results.length < page) return ids
  }
}
