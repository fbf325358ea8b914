import type { Store } from '../storage/store.ts'
import { maker } from './maker.ts'
import type { SearchIndex } from './search-index.ts'

/**
 * Where the prepared forms of an index's documents are stored, and what made them. A change that shapes them writes a
 * new edition beside the old one, which goes once the index's record names the new.
 */
export type Edition = { number: number; maker: string }

export function newEdition(store: Store): Edition {
  return { number: store.takeEdition(), maker }
}

/** The keys of all that an edition stores. */
export function editionRange({ number }: Edition): { start: [number, number]; end: [number, number] } {
  return { start: [number, 0], end: [number, Number.MAX_SAFE_INTEGER] }
}

/** What prepared forms name by number: words, searched fields, paths of columns, shapes. These lists only grow. */
export type Lists = [words: string[], fields: string[], paths: string[], shapes: string[]]

function listsOf({ dictionary, plan, pathNames, shapeNames }: SearchIndex): Lists {
  return [dictionary.words, plan.fieldNames, pathNames.list, shapeNames.list]
}

/** Within a transaction: stores what the lists gained since `markListsStored`. */
export function storeLists(store: Store, index: SearchIndex): void {
  const gained = listsOf(index).map((list, place) => list.slice(index.stored[place])) as Lists
  if (gained.some((list) => list.length > 0))
    store.lists.putSync([index.edition.number, total(index.stored)], gained)
}

/** After that transaction. */
export function markListsStored(index: SearchIndex): void {
  index.stored = listsOf(index).map((list) => list.length)
}

/** The lists of an edition. Throws where a part is missing. */
export function readLists(store: Store, edition: Edition): Lists {
  const lists: Lists = [[], [], [], []]
  for (const { key, value } of store.lists.getRange(editionRange(edition))) {
    if (key[1] !== total(lists.map((list) => list.length))) throw new Error('a part of the lists is missing')
    value.forEach((gained, place) => lists[place]!.push(...gained))
  }
  return lists
}

function total(lengths: number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0)
}
