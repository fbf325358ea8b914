import { findIndex } from './index-access.ts'
import type { IndexKind } from './index-kind.ts'
import type { Facts } from './judge-index.ts'
import { nextOf, type RebuildServices } from './rebuild-index.ts'
import { settingDifferences } from './setting-differences.ts'

/** Asks the search server and the database all that a judgement of an index needs. */
export async function gatherFacts(
  kind: IndexKind,
  { admin, states }: Pick<RebuildServices, 'admin' | 'states'>,
  atStart: boolean,
): Promise<Facts> {
  const { uid, settings } = kind
  const [live, next, state, before] = await Promise.all([
    findIndex(admin, uid),
    findIndex(admin, nextOf(uid)),
    states.find(uid),
    kind.waiting(),
  ])
  const stats = live ? await admin.index(uid).getStats() : { numberOfDocuments: 0, isIndexing: false }
  const held = await kind.held()
  const after = await kind.waiting()
  const asked = live && atStart
  return {
    live: live && { createdAt: String(live.createdAt), primaryKey: live.primaryKey },
    hasNext: next !== null || state?.next !== undefined,
    state,
    documents: stats.numberOfDocuments,
    held,
    busy: before.records + after.records > 0 || stats.isIndexing,
    differences: asked ? settingDifferences(await admin.index(uid).getSettings(), settings) : [],
    atStart,
  }
}
