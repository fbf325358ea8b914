import { stringify, type Stringifier } from 'csv-stringify'
import type { Column } from './exportable.ts'

/** What a spreadsheet shows of a list within one cell. */
const between = '; '

/** The cells of a row, in the order of the columns. */
export const cellsOf = <Row>(row: Row, columns: Column<Row>[]): (string | number)[] =>
  columns.map(({ valueOf }) => cell(valueOf(row)))

/**
 * Writes rows of cells as CSV: UTF-8 with a byte order mark, which spreadsheets ask for, and a row of names first.
 * A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
export const tableWriter = <Row>(columns: Column<Row>[]): Stringifier =>
  stringify({
    bom: true,
    header: true,
    columns: columns.map(({ name }) => name),
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    escape_formulas: true,
  })

function cell(value: ReturnType<Column<never>['valueOf']>): string | number {
  if (value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? value.join(between) : value
}
