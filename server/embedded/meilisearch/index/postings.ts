/** For each word number the documents that contain it, ascending. */
export type Postings = number[][]

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
    const list = postings[word] ?? []
    if (documents.length <= fewRemovals) for (const document of documents) removeSorted(list, document)
    else {
      const gone = new Set(documents)
      postings[word] = list.filter((document) => !gone.has(document))
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
