import { decodeFields } from '../bson/decode.ts'
import { refuse } from '../errors.ts'
import { compareSortKeys, type SortKey, sortKeyOf, sortRoots } from '../query/sort.ts'
import type { Query } from '../query/query.ts'
import type { Step } from './find.ts'
import type { StoredDocument } from './scan.ts'

/** Bytes that a sort may hold in memory, as in MongoDB without disk use. */
export const sortMemory = 100 * 1024 * 1024

/** The same for all that go on at a time, those of open cursors with them. */
const allMemory = 512 * 1024 * 1024

interface Sortable {
  key: SortKey
  stored: StoredDocument
}

/** With a limit only the best are kept, so that the first few of many need little memory. */
export function* sorted(steps: Iterable<Step>, query: Query): Generator<Step> {
  const best = createBest(query)
  const roots = sortRoots(query.sort)
  try {
    for (const stored of steps) {
      yield undefined
      if (stored)
        best.add({ key: sortKeyOf(decodeFields(stored.bytes, roots), query.sort, query.texts), stored })
    }
    for (const { stored } of best.take()) yield stored
  } finally {
    best.letGo()
  }
}

let held = 0

function createBest({ sort, skip, limit, texts }: Query) {
  const kept = limit > 0 ? skip + limit : Infinity
  let best: Sortable[] = []
  let bytes = 0
  const count = (now: number) => {
    held += now - bytes
    bytes = now
  }
  const trim = () => {
    best.sort((a, b) => compareSortKeys(a.key, b.key, sort, texts))
    best = best.slice(0, kept)
    count(best.reduce((sum, { stored }) => sum + stored.bytes.length, 0))
  }
  return {
    add: (one: Sortable) => {
      best.push(one)
      count(bytes + one.stored.bytes.length)
      const isFull = bytes > sortMemory
      if (best.length >= kept * 2 + 1000 || (isFull && best.length > kept)) trim()
      if (isFull && bytes > sortMemory) refuseSort(sortMemory)
      if (held > allMemory) refuseSort(allMemory)
    },
    take: () => {
      trim()
      return best
    },
    letGo: () => count(0),
  }
}

function refuseSort(most: number): never {
  return refuse(
    'QueryExceededMemoryLimitNoDiskUseAllowed',
    `Sort exceeded memory limit of ${most} bytes, but did not opt in to external sorting.`,
  )
}
