import { decodeFields } from '../bson/decode.ts'
import { refuse } from '../errors.ts'
import { compareSortKeys, type SortKey, sortKeyOf, sortRoots } from '../query/sort.ts'
import type { Query } from './query.ts'
import type { Step } from './find.ts'
import type { StoredDocument } from './scan.ts'

/** Bytes that a sort may hold in memory, as in MongoDB without disk use. */
export const sortMemory = 100 * 1024 * 1024

interface Sortable {
  key: SortKey
  stored: StoredDocument
}

/** With a limit only the best are kept, so that the first few of many need little memory. */
export function* sorted(steps: Iterable<Step>, { sort, skip, limit, texts }: Query): Generator<Step> {
  const kept = limit > 0 ? skip + limit : Infinity
  const roots = sortRoots(sort)
  let best: Sortable[] = []
  let bytes = 0
  const trim = () => {
    best.sort((a, b) => compareSortKeys(a.key, b.key, sort, texts))
    best = best.slice(0, kept)
    bytes = best.reduce((sum, { stored }) => sum + stored.bytes.length, 0)
  }
  for (const stored of steps) {
    yield undefined
    if (!stored) continue
    best.push({ key: sortKeyOf(decodeFields(stored.bytes, roots), sort, texts), stored })
    bytes += stored.bytes.length
    const isFull = bytes > sortMemory
    if (best.length >= kept * 2 + 1000 || (isFull && best.length > kept)) trim()
    if (isFull && bytes > sortMemory) refuseSort()
  }
  trim()
  for (const { stored } of best) yield stored
}

function refuseSort(): never {
  return refuse(
    'QueryExceededMemoryLimitNoDiskUseAllowed',
    `Sort exceeded memory limit of ${sortMemory} bytes, but did not opt in to external sorting.`,
  )
}
