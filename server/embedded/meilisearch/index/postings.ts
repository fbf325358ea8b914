import { SKIP } from './token-stream.ts'
import type { TokenStream } from './token-stream.ts'

/**
 * For each word number the documents that contain it, ascending: in one array as they were when the index was loaded,
 * from `starts` of the word to that of the next, and in lists of their own for words whose documents changed since.
 */
export type Postings = { starts: Uint32Array; documents: Uint32Array; changed: Map<number, number[]> }

export function emptyPostings(): Postings {
  return { starts: new Uint32Array(1), documents: new Uint32Array(), changed: new Map() }
}

/** The documents that contain a word, ascending; not to be changed. */
export function documentsOf(postings: Postings, word: number): ArrayLike<number> {
  return postings.changed.get(word) ?? loaded(postings, word)
}

function loaded({ starts, documents }: Postings, word: number): Uint32Array {
  return documents.subarray(starts[word] ?? 0, starts[word + 1] ?? 0)
}

/** The list of a word, which may be changed. */
export function listOf(postings: Postings, word: number): number[] {
  const known = postings.changed.get(word)
  if (known) return known
  const list = Array.from(loaded(postings, word))
  postings.changed.set(word, list)
  return list
}

/** Calls `pause` now and then, so that searches get a turn. */
export async function postingsOf(
  streams: readonly (TokenStream | undefined)[],
  words: number,
  pause: () => Promise<unknown>,
): Promise<Postings> {
  const starts = new Uint32Array(words + 1)
  await eachPair(streams, words, pause, (word) => starts[word + 1]!++)
  for (let word = 0; word < words; word++) starts[word + 1]! += starts[word]!
  const documents = new Uint32Array(starts[words]!)
  const ends = starts.slice()
  await eachPair(streams, words, pause, (word, document) => (documents[ends[word]!++] = document))
  return { starts, documents, changed: new Map() }
}

const pauseEvery = 4_096

/** Calls `seen` once for each document and word in it, documents ascending. */
async function eachPair(
  streams: readonly (TokenStream | undefined)[],
  words: number,
  pause: () => Promise<unknown>,
  seen: (word: number, document: number) => void,
): Promise<void> {
  const last = new Int32Array(words).fill(-1)
  for (let document = 0; document < streams.length; document++) {
    if (document % pauseEvery === 0) await pause()
    for (const token of streams[document] ?? []) {
      if (token >= SKIP || last[token] === document) continue
      last[token] = document
      seen(token, document)
    }
  }
}

/** Above this many removals from one list, filtering it once is cheaper than cutting them out one by one. */
const fewRemovals = 8

export function insertSorted(list: number[], document: number): void {
  const last = list[list.length - 1]
  if (last === undefined || last < document) list.push(document)
  else {
    const place = placeOf(list, document)
    if (list[place] !== document) list.splice(place, 0, document)
  }
}

export function removeSorted(list: number[], document: number): void {
  const place = placeOf(list, document)
  if (list[place] === document) list.splice(place, 1)
}

/** Removes many documents, each from the lists of the words named for it. */
export function removeAll(postings: Postings, removals: Map<number, number[]>): void {
  for (const [word, documents] of removals) {
    const list = listOf(postings, word)
    if (documents.length <= fewRemovals) for (const document of documents) removeSorted(list, document)
    else {
      const gone = new Set(documents)
      postings.changed.set(
        word,
        list.filter((document) => !gone.has(document)),
      )
    }
  }
}

/** The first place whose document is not below `document`. */
export function placeOf(list: ArrayLike<number>, document: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (list[middle]! < document) low = middle + 1
    else high = middle
  }
  return low
}
