import type { TFunction } from 'i18next'

/** The state of a search as it stands in the address, not checked yet. */
export type SearchParameters = Record<string, unknown>

/** In whose language names are written. */
export interface Reader {
  language: string
  t: TFunction
}

/** Some rows of a search in its order, each read again from the database and fit to be shown now. */
export interface RowPage<Row> {
  rows: Row[]
  /** of the whole search */
  total: number
  /** where the next page begins; `null` behind the last */
  next: string | null
}

/** One column of a table: a list becomes one cell, a date ISO 8601, nothing an empty cell. */
export interface Column<Row> {
  name: string
  valueOf(row: Row): string | number | Date | readonly (string | number)[] | undefined
}

/** One entry of a feed, in plain text; whatever it needs to stand in XML is done to it there. */
export interface Entry {
  /** tells it from all others for good, whatever is edited: `offer:` and its id */
  key: string
  title: string
  /** ISO 639-1, of title and summary */
  language: string
  /** address without the host */
  path: string
  author: string
  published: Date
  updated: Date
  /** one paragraph each */
  summary: string[]
  categories: { term: string; label: string }[]
}

/** A search whose result can be taken away as a table, as JSON and as a feed. */
export interface Exportable<Row> {
  /** path of its listing, such as `/offers`; the files stand beside it as `/offers.csv` */
  path: string
  /** the listing's address for these parameters: what makes no sense is gone, the page is the first */
  addressOf(parameters: SearchParameters): string
  /** what the search asks for, in words; whose names it needs is told by what it found */
  titleOf(parameters: SearchParameters, reader: Reader, rows: Row[]): string
  /** `null` where the search server does not answer */
  find(parameters: SearchParameters, limit: number, cursor?: string): Promise<RowPage<Row> | null>
  columnsFor(reader: Reader): Column<Row>[]
  /** a row as the API shows it */
  itemOf(row: Row): unknown
  entryOf(row: Row, reader: Reader): Entry
}
