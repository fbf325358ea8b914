import { parse } from 'csv-parse/sync'
import { MeilisearchError } from '../errors.ts'
import type { Json, JsonObject } from '../json.ts'

type Column = { name: string; type: string }

const types = ['string', 'number', 'boolean']

/** The documents of a table with a line of names, each perhaps with a type behind a colon: `amount:number`. */
export function csvDocuments(body: Buffer, delimiter: string): JsonObject[] {
  const [names, ...rows] = rowsOf(body, delimiter)
  const columns = (names ?? []).map(columnOf)
  return rows.map((row, place) => {
    const cells = columns.map(({ name, type }, cell) => [name, valueOf(row[cell] ?? '', type, place + 1)])
    return Object.fromEntries(cells)
  })
}

function rowsOf(body: Buffer, delimiter: string): string[][] {
  try {
    return parse(body, { delimiter, bom: true, skip_empty_lines: true })
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error))
  }
}

function columnOf(header: string): Column {
  const colon = header.lastIndexOf(':')
  const type = header.slice(colon + 1)
  return colon > 0 && types.includes(type)
    ? { name: header.slice(0, colon), type }
    : { name: header, type: 'string' }
}

/** An empty cell is null, whatever its type. */
function valueOf(cell: string, type: string, line: number): Json {
  const text = cell.trim()
  if (text === '') return null
  if (type === 'string') return cell
  const value = type === 'number' ? numberOf(text) : booleanOf(text)
  if (value !== undefined) return value
  throw malformed(`Error parsing ${type} ${JSON.stringify(text)} at line: ${line}`)
}

function numberOf(text: string): number | undefined {
  return Number.isFinite(Number(text)) ? Number(text) : undefined
}

function booleanOf(text: string): boolean | undefined {
  return text === 'true' || text === 'false' ? text === 'true' : undefined
}

function malformed(reason: string): MeilisearchError {
  return new MeilisearchError(
    'malformed_payload',
    `The \`csv\` payload provided is malformed: \`${reason}\`.`,
  )
}
