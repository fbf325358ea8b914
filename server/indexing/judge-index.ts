import type { IndexKind } from './index-kind.ts'
import type { IndexState } from './index-state-store.ts'
import { needsRebuild } from './setting-differences.ts'

/** What was found out about an index and what belongs to it. */
export interface Facts {
  /** the index of that name on the search server; `null` where there is none */
  live: { createdAt: string; primaryKey?: string } | null
  /** another one stands beside it, ready or half built */
  hasNext: boolean
  state: IndexState | null
  /** documents in the index, and records that belong into it */
  documents: number
  held: number
  /** records wait, or the server is at work on the index: the counts may differ */
  busy: boolean
  /** settings that are not the wanted ones; asked at start only, lest two versions of the site fight over them */
  differences: string[]
  atStart: boolean
}

/** What has to be done about an index. */
export type Verdict =
  | { act: 'nothing' | 'create' | 'adopt' | 'catch-up' | 'clear-away' }
  | { act: 'settings'; names: string[] }
  /** what is not `sure` may be a moment between two counts, and is believed when it is seen again */
  | { act: 'rebuild'; because: string; sure: boolean }

/**
 * Judges an index. A newer version of the site may be at work beside this one, so a running process never builds an
 * index anew because its documents are of a later version; a start does, since then it is meant.
 */
export function judgeIndex(kind: Pick<IndexKind, 'version'>, facts: Facts): Verdict {
  const { live, state, held, documents } = facts
  const isEmpty = held === 0 && documents === 0
  if (!live) return held === 0 ? { act: 'create' } : rebuild('it is missing')
  if (state?.next && state.next.createdAt === live.createdAt) return { act: 'adopt' }
  if (live.primaryKey !== 'id') return rebuild('its primary key is another one')
  if (state?.live?.createdAt !== live.createdAt) {
    return isEmpty ? { act: 'create' } : rebuild('it is not the one that was built last')
  }
  const { version } = state.live
  if (version < kind.version || (facts.atStart && version !== kind.version)) {
    return rebuild(`its documents are of version ${version}, not ${kind.version}`)
  }
  if (facts.differences.length > 0) return settingsVerdict(facts.differences, isEmpty)
  if (!facts.busy && documents !== held)
    return rebuild(`it holds ${documents} documents instead of ${held}`, facts.atStart)
  if (state.behindSince) return { act: 'catch-up' }
  return { act: facts.hasNext ? 'clear-away' : 'nothing' }
}

const rebuild = (because: string, sure = true): Verdict => ({ act: 'rebuild', because, sure })

function settingsVerdict(names: string[], isEmpty: boolean): Verdict {
  if (isEmpty || !needsRebuild(names)) return { act: 'settings', names }
  return rebuild(`other settings: ${names.join(', ')}`)
}
