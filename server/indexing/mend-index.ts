import type { Log } from '../connections/log.ts'
import { applySettings, createIndex, deleteIndex, findIndex } from './index-access.ts'
import { gatherFacts } from './gather-facts.ts'
import type { IndexKind } from './index-kind.ts'
import { judgeIndex, type Verdict } from './judge-index.ts'
import {
  adoptIndex,
  catchUp,
  nextOf,
  rebuildIndex,
  type CheckLease,
  type RebuildServices,
} from './rebuild-index.ts'
import { withLease } from './with-lease.ts'

export interface MendServices extends RebuildServices {
  log: Log
}

interface MendOptions {
  atStart?: boolean
  mayRebuild?: (because: string, sure: boolean) => boolean
}

const always = () => true

/**
 * Finds out whether an index is as it should be and makes it so; `true` when it is, `false` while another process is
 * at work on it or where `mayRebuild` says no. Doing it again changes nothing.
 */
export async function mendIndex(
  kind: IndexKind,
  services: MendServices,
  { atStart = false, mayRebuild = always }: MendOptions = {},
): Promise<boolean> {
  const judge = async () => judgeIndex(kind, await gatherFacts(kind, services, atStart))
  const first = await judge()
  if (first.act === 'nothing') return true
  if (first.act === 'rebuild' && !mayRebuild(first.because, first.sure)) return false
  const mended = await withLease(kind.uid, services, async (check) => {
    await act(await judge(), kind, services, check)
    return true
  })
  return mended ?? false
}

async function act(
  verdict: Verdict,
  kind: IndexKind,
  services: MendServices,
  check: CheckLease,
): Promise<void> {
  const { admin, states, log } = services
  const { uid, settings } = kind
  switch (verdict.act) {
    case 'create':
      return create(kind, services)
    case 'settings':
      await applySettings(admin, uid, settings)
      log.info({ index: uid, changed: verdict.names }, 'the settings of an index were changed')
      return
    case 'adopt':
      return adoptIndex(kind, services)
    case 'catch-up':
      return catchUp(kind, services)
    case 'clear-away':
      await deleteIndex(admin, nextOf(uid))
      return states.note(uid, { next: undefined })
    case 'rebuild':
      return rebuild(verdict.because, kind, services, check)
    case 'nothing':
  }
}

async function create({ uid, settings, version }: IndexKind, { admin, states, log }: MendServices) {
  if (!(await findIndex(admin, uid))) await createIndex(admin, uid)
  const changed = await applySettings(admin, uid, settings)
  const { createdAt } = (await findIndex(admin, uid))!
  await states.note(uid, { live: { version, createdAt: String(createdAt) }, next: undefined })
  log.info({ index: uid, changed }, 'an index was set up')
}

async function rebuild(because: string, kind: IndexKind, services: MendServices, check: CheckLease) {
  const { log } = services
  log.warn({ index: kind.uid, because }, 'an index is built anew')
  const documents = await rebuildIndex(kind, services, check)
  log.info({ index: kind.uid, documents }, 'an index was built anew')
}
