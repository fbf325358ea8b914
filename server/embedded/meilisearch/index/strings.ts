import { combine, noCombinations, numbersOf } from './combinations.ts'
import type { Combinations } from './combinations.ts'
import { foldFacet } from './fold.ts'
import { insertSorted, removeSorted } from './postings.ts'

/** One value of a facet: as first seen, as compared, and the documents that have it. */
export type FacetValue = { label: string; folded: string; documents: number[] }

/** The strings (and booleans, as `true` and `false`) of one field. */
export type StringColumn = {
  values: FacetValue[]
  places: Map<string, number>
  /** For each document the places in `values`. */
  of: Combinations
  /** Places in the order of the folded values; made when asked for. */
  order: number[] | undefined
}

export function emptyStrings(): StringColumn {
  return { values: [], places: new Map(), of: noCombinations(), order: undefined }
}

export function setStrings(column: StringColumn, document: number, labels: readonly string[]): void {
  const before = numbersOf(column.of, document)
  const after = [...new Set(labels.map((label) => placeOfValue(column, document, label)))]
  if (!combine(column.of, document, after)) return
  for (const place of before) {
    if (!after.includes(place)) removeSorted(column.values[place]!.documents, document)
  }
  for (const place of after) {
    if (!before.includes(place)) insertSorted(column.values[place]!.documents, document)
  }
}

function placeOfValue(column: StringColumn, document: number, label: string): number {
  const folded = foldFacet(label)
  const known = column.places.get(folded)
  if (known !== undefined) {
    const value = column.values[known]!
    if (!isOthers(value, document)) value.label = label
    return known
  }
  const place = column.values.push({ label, folded, documents: [] }) - 1
  column.places.set(folded, place)
  column.order = undefined
  return place
}

function isOthers({ documents }: FacetValue, document: number): boolean {
  return documents.length > 1 || (documents.length === 1 && documents[0] !== document)
}

/** Places in `values`, ascending by folded value. */
export function valueOrder(column: StringColumn): number[] {
  column.order ??= column.values
    .map((_, place) => place)
    .sort((one, other) => {
      const [first, second] = [column.values[one]!.folded, column.values[other]!.folded]
      return first < second ? -1 : first > second ? 1 : 0
    })
  return column.order
}

export function documentsWith(column: StringColumn, value: string): number[] {
  const place = column.places.get(foldFacet(value))
  return place === undefined ? [] : column.values[place]!.documents
}
