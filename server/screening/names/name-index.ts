import type { Watchlist } from '../screening-context.ts'
import { isTelling, nameParts } from './name-parts.ts'
import type { NamePart } from './name-parts.ts'
import { likeness } from './similarity.ts'

type Entry = Watchlist['entries'][number]

/** From this likeness on a person looks; measured on public lists of names and their aliases. */
export const candidateFrom = 0.78
/** Share of letter pairs that a listed name must have in common with the name asked for to be compared at all. */
const worthComparing = 0.55

export interface NameHit {
  entry: Entry
  /** the listed name that is alike */
  listed: string
  similarity: number
}

interface Listed {
  entry: Entry
  name: string
  parts: NamePart[]
  pairs: number
}

/** Finds listed names that are like a name; built once per state of the lists. */
export interface NameIndex {
  /** the likest name of each entry from `candidateFrom` on, the likest entry first */
  hits(name: string): NameHit[]
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
  const listed = entries.flatMap((entry) => entry.names.map((name) => listedOf(entry, name)))
  const byPair = new Map<string, number[]>()
  listed.forEach(({ parts }, at) => {
    for (const pair of letterPairs(parts)) {
      const row = byPair.get(pair)
      if (row) row.push(at)
      else byPair.set(pair, [at])
    }
  })
  return { hits: (name) => hitsOf(nameParts(name), listed, byPair) }
}

function listedOf(entry: Entry, name: string): Listed {
  const parts = nameParts(name)
  return { entry, name, parts, pairs: letterPairs(parts).size }
}

function hitsOf(parts: NamePart[], listed: Listed[], byPair: Map<string, number[]>): NameHit[] {
  const pairs = letterPairs(parts)
  const common = new Uint16Array(listed.length)
  for (const pair of pairs) for (const at of byPair.get(pair) ?? []) common[at] = (common[at] ?? 0) + 1
  const hits = listed
    .filter(({ pairs: theirs }, at) => (common[at] ?? 0) >= worthComparing * Math.min(pairs.size, theirs))
    .map((other) => ({ entry: other.entry, listed: other.name, similarity: likeness(parts, other.parts) }))
    .filter(({ similarity }) => similarity >= candidateFrom)
    .sort((a, b) => b.similarity - a.similarity || (a.entry.id < b.entry.id ? -1 : 1))
  return [...new Map(hits.toReversed().map((hit) => [hit.entry.id, hit])).values()].toReversed()
}

/** Pairs of neighbouring consonants of the telling words; vowels are left out, since scripts and spellings differ there. */
function letterPairs(parts: readonly NamePart[]): Set<string> {
  const telling = parts.filter(isTelling)
  const row = (telling.length > 0 ? telling : parts).map(({ skeleton }) => skeleton).join('')
  return new Set(Array.from({ length: Math.max(1, row.length - 1) }, (_, at) => row.slice(at, at + 2)))
}
