import { foldFacet } from './fold.ts'
import { insertSorted, removeSorted } from './postings.ts'

/** One value of a facet: as first seen, as compared, and the documents that have it. */
export type FacetValue = { label: string; folded: string; documents: number[] }

/** The strings (and booleans, as `true` and `false`) of one field. */
export type StringColumn = {
  values: FacetValue[]
  places: Map<string, number>
  /** For each document the places in `values`. */
  of: (number[] | undefined)[]
  /** Places in the order of the folded values; made when asked for. */
  order: number[] | undefined
}

export function emptyStrings(): StringColumn {
  return { values: [], places: new Map(), of: [], order: undefined }
}

export function addString(column: StringColumn, document: number, label: string): void {
  const place = placeOfValue(column, label)
  const present = column.of[document]
  if (present?.includes(place)) return
  if (present === undefined) column.of[document] = [place]
  else present.push(place)
  insertSorted(column.values[place]!.documents, document)
}

function placeOfValue(column: StringColumn, label: string): number {
  const folded = foldFacet(label)
  const known = column.places.get(folded)
  if (known !== undefined) {
    const value = column.values[known]!
    if (value.documents.length === 0) value.label = label
    return known
  }
  const place = column.values.push({ label, folded, documents: [] }) - 1
  column.places.set(folded, place)
  column.order = undefined
  return place
}

export function removeStrings(column: StringColumn, document: number): void {
  for (const place of column.of[document] ?? []) removeSorted(column.values[place]!.documents, document)
  column.of[document] = undefined
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
