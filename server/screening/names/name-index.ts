import type { Watchlist } from '../screening-context.ts'
import { isTelling, nameParts } from './name-parts.ts'
import type { NamePart } from './name-parts.ts'
import { likeness } from './similarity.ts'

type Entry = Watchlist['entries'][number]

/** From this likeness on a person looks: of 4,885 ordinary companies 35 are that like one of 8,382 listed entries. */
export const candidateFrom = 0.78
/** Share of letter pairs that a listed name must have in common with the name asked for to be compared at all. */
const worthComparing = 0.55

export interface NameHit {
  entry: Entry
  /** the listed name that is alike */
  listed: string
  similarity: number
}

interface Listed extends Measured {
  entry: Entry
  name: string
}

/** A name's parts, and what bounds its likeness to another from above. */
interface Measured {
  parts: NamePart[]
  pairs: ReadonlySet<string>
  telling: number
  weight: number
  letters: number
}

/** Finds listed names that are like a name; built once per state of the lists. */
export interface NameIndex {
  /** the likest name of each entry from `candidateFrom` on, the likest entry first */
  hits(name: string): NameHit[]
}

interface Table {
  listed: readonly Listed[]
  /** places in `listed` by letter pair */
  byPair: ReadonlyMap<string, readonly number[]>
  /** how many letter pairs each listed name has; flat, since it is read for every name asked for */
  pairCounts: Uint16Array
}

const built = new WeakMap<Watchlist['entries'], NameIndex>()

export function nameIndexOf(entries: Watchlist['entries']): NameIndex {
  const known = built.get(entries)
  if (known) return known
  const index = buildIndex(entries)
  built.set(entries, index)
  return index
}

function buildIndex(entries: Watchlist['entries']): NameIndex {
  const listed = entries.flatMap((entry) => entry.names.map((name) => ({ entry, name, ...measure(name) })))
  const byPair = new Map<string, number[]>()
  listed.forEach(({ pairs }, at) => {
    for (const pair of pairs) {
      const row = byPair.get(pair)
      if (row) row.push(at)
      else byPair.set(pair, [at])
    }
  })
  const pairCounts = Uint16Array.from(listed, ({ pairs }) => pairs.size)
  return { hits: (name) => hitsOf(measure(name), { listed, byPair, pairCounts }) }
}

function measure(name: string): Measured {
  const parts = nameParts(name)
  const telling = parts.filter(isTelling)
  return {
    parts,
    pairs: letterPairs(telling.length > 0 ? telling : parts),
    telling: telling.length,
    weight: parts.reduce((sum, { weight }) => sum + weight, 0),
    letters: telling.reduce((sum, { sound }) => sum + sound.length, 0),
  }
}

/** Pairs of neighbouring consonants; vowels are left out, since scripts and spellings differ there. */
function letterPairs(parts: readonly NamePart[]): Set<string> {
  const row = parts.map(({ skeleton }) => skeleton).join('')
  return new Set(Array.from({ length: Math.max(1, row.length - 1) }, (_, at) => row.slice(at, at + 2)))
}

function hitsOf(asked: Measured, table: Table): NameHit[] {
  const hits = sharingPairs(asked, table)
    .filter((other) => couldBeAlike(asked, other))
    .map(({ entry, name, parts }) => ({ entry, listed: name, similarity: likeness(asked.parts, parts) }))
    .filter(({ similarity }) => similarity >= candidateFrom)
    .sort((a, b) => b.similarity - a.similarity || (a.entry.id < b.entry.id ? -1 : 1))
  return [...new Map(hits.toReversed().map((hit) => [hit.entry.id, hit])).values()].toReversed()
}

/** The listed names that share enough letter pairs, in the order of the lists. */
function sharingPairs(asked: Measured, { listed, byPair, pairCounts }: Table): Listed[] {
  const shared = new Uint16Array(listed.length)
  for (const pair of asked.pairs) for (const at of byPair.get(pair) ?? []) shared[at] = (shared[at] ?? 0) + 1
  const found: Listed[] = []
  shared.forEach((count, at) => {
    if (count === 0 || count < worthComparing * Math.min(asked.pairs.size, pairCounts[at] ?? 0)) return
    const other = listed[at]
    if (other) found.push(other)
  })
  return found
}

/** Whether sizes alone leave room for a likeness: one short word does not make a long name. */
function couldBeAlike(one: Measured, other: Measured): boolean {
  const most = (2 * Math.min(one.weight, other.weight)) / (one.weight + other.weight)
  if (most >= candidateFrom || Math.min(one.telling, other.telling) > 1) return true
  return Math.min(one.letters, other.letters) >= worthComparing * Math.max(one.letters, other.letters)
}
