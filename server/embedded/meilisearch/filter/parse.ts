import { notEnabled, notSupported } from '../errors.ts'
import type { Comparison, Expression, Field } from './expression.ts'
import { expectedValue, failAt, isReservedNext, skipSpace } from './reader.ts'
import { takeKeyword, takeSign, takeValue } from './reader.ts'
import type { Reader } from './reader.ts'

const deepest = 150
const operators =
  '`=`, `!=`, `>=`, `>`, `<=`, `<`, `IN`, `NOT IN`, `TO`, `EXISTS`, `NOT EXISTS`, `IS NULL`, `IS NOT NULL`, `IS EMPTY`, `IS NOT EMPTY`, `CONTAINS`, `NOT CONTAINS`, `STARTS WITH`, `NOT STARTS WITH`, `_geoRadius`, `_geoBoundingBox` or `_geoPolygon`'

/** Reads a filter; undefined for an empty one. `code` is the error code of whoever asks. */
export function parseFilter(text: string, code: string): Expression | undefined {
  if (text.trim() === '') return undefined
  const reader: Reader = { text, at: 0, code, depth: 0 }
  const expression = readOr(reader)
  skipSpace(reader)
  if (reader.at === text.length) return expression
  const rest = text.slice(reader.at)
  const message = `Found unexpected characters at the end of the filter: \`${rest}\`. You probably forgot an \`OR\` or an \`AND\` rule.`
  throw failAt(reader, message, reader.at)
}

function readOr(reader: Reader): Expression {
  const parts = [readAnd(reader)]
  while (takeKeyword(reader, 'OR')) parts.push(readAnd(reader))
  return parts.length === 1 ? parts[0]! : { kind: 'or', parts }
}

function readAnd(reader: Reader): Expression {
  const parts = [readNot(reader)]
  while (takeKeyword(reader, 'AND')) parts.push(readNot(reader))
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts }
}

function readNot(reader: Reader): Expression {
  let isNegated = false
  while (takeKeyword(reader, 'NOT')) isNegated = !isNegated
  const part = readPrimary(reader)
  return isNegated ? { kind: 'not', part } : part
}

function readPrimary(reader: Reader): Expression {
  skipSpace(reader)
  const start = reader.at
  refusePlaces(reader)
  if (!takeSign(reader, '(')) return readCondition(reader)
  if (++reader.depth > deepest) throw tooDeep(reader, start)
  const inner = readOr(reader)
  if (takeSign(reader, ')')) {
    reader.depth--
    return inner
  }
  const rest = reader.text.slice(start)
  throw failAt(reader, `Expression \`${rest}\` is missing the following closing delimiter: \`)\`.`, start)
}

const placeFilters = ['_geoRadius', '_geoBoundingBox', '_geoPolygon']
const placeWords = ['_geoDistance', '_geoPoint', '_geo']

/** Filters by place are left out; the other words for places are no filters in the original either. */
function refusePlaces(reader: Reader): void {
  if (!reader.text.startsWith('_geo', reader.at)) return
  const startsWith = (word: string) => new RegExp(`^${word}\\b`).test(reader.text.slice(reader.at))
  if (placeFilters.some(startsWith)) throw notSupported('A geographic filter')
  const word = placeWords.find(startsWith)
  if (word === undefined) return
  const hint =
    'Use the `_geoRadius(latitude, longitude, distance)` or `_geoBoundingBox([latitude, longitude], [latitude, longitude])` built-in rules to filter on `_geo` coordinates.'
  const message = `\`${word}\` is a reserved keyword and thus can't be used as a filter expression. ${hint}`
  throw failAt(reader, message, reader.at)
}

function tooDeep(reader: Reader, start: number): Error {
  const message =
    'The filter exceeded the maximum depth limit. Try rewriting the filter so that it contains fewer nested conditions.'
  return failAt(reader, message, start)
}

function readCondition(reader: Reader): Expression {
  skipSpace(reader)
  const start = reader.at
  const name = takeValue(reader)
  if (name === undefined)
    throw isReservedNext(reader) ? expectedValue(reader) : expectedOperation(reader, start)
  const field = { name, at: start, end: reader.at, text: reader.text }
  return (
    readComparison(reader, field) ?? readWordCondition(reader, field) ?? readBetween(reader, field, start)
  )
}

function expectedOperation(reader: Reader, start: number): Error {
  const rest = reader.text.slice(start)
  const found = rest.trim() === '' ? 'but instead got nothing.' : `at \`${rest}\`.`
  return failAt(reader, `Was expecting an operation ${operators} ${found}`, start)
}

const comparisons: ['!=' | Comparison, ...('!=' | Comparison)[]] = ['!=', '>=', '<=', '=', '>', '<']

function readComparison(reader: Reader, field: Field): Expression | undefined {
  const operator = comparisons.find((sign) => takeSign(reader, sign))
  if (operator === undefined) return undefined
  const value = expectValue(reader)
  if (operator !== '!=') return { kind: 'compare', field, operator, value }
  return { kind: 'not', part: { kind: 'compare', field, operator: '=', value } }
}

function readWordCondition(reader: Reader, field: Field): Expression | undefined {
  if (takeKeyword(reader, 'IS', 'NOT', 'NULL')) return { kind: 'not', part: { kind: 'null', field } }
  if (takeKeyword(reader, 'IS', 'NULL')) return { kind: 'null', field }
  if (takeKeyword(reader, 'IS', 'NOT', 'EMPTY')) return { kind: 'not', part: { kind: 'empty', field } }
  if (takeKeyword(reader, 'IS', 'EMPTY')) return { kind: 'empty', field }
  const isNegated = takeKeyword(reader, 'NOT')
  const part = readSetCondition(reader, field)
  if (part === undefined && isNegated) throw expectedOperation(reader, field.at)
  return part && isNegated ? { kind: 'not', part } : part
}

function readSetCondition(reader: Reader, field: Field): Expression | undefined {
  if (takeKeyword(reader, 'EXISTS')) return { kind: 'exists', field }
  skipSpace(reader)
  const start = reader.at
  if (takeKeyword(reader, 'IN')) return { kind: 'in', field, values: readList(reader, start) }
  if (takeKeyword(reader, 'STARTS', 'WITH')) return { kind: 'startsWith', field, value: expectValue(reader) }
  if (takeKeyword(reader, 'CONTAINS')) throw containsNotEnabled(reader)
  return undefined
}

function readBetween(reader: Reader, field: Field, start: number): Expression {
  const from = takeValue(reader)
  if (from === undefined || !takeKeyword(reader, 'TO')) throw expectedOperation(reader, start)
  return { kind: 'between', field, from, to: expectValue(reader) }
}

/** As the original answers as long as the feature is not switched on, which here it cannot be. */
function containsNotEnabled(reader: Reader): Error {
  const { message } = notEnabled('Using `CONTAINS` in a filter', 'contains filter', 763)
  const start = reader.at - 'CONTAINS'.length
  return failAt({ ...reader, code: 'feature_not_enabled' }, message, start, reader.at)
}

function readList(reader: Reader, start: number): string[] {
  if (!takeSign(reader, '[')) throw failAt(reader, 'Expected `[` after `IN` keyword.', start)
  const values: string[] = []
  for (let value = takeValue(reader); value !== undefined; value = takeValue(reader)) {
    values.push(value)
    if (!takeSign(reader, ',')) break
  }
  if (takeSign(reader, ']')) return values
  skipSpace(reader)
  const rest = reader.text.slice(reader.at)
  const message =
    rest === ''
      ? 'Expected matching `]` after the list of field names given to `IN[`'
      : `Expected only comma-separated field names inside \`IN[..]\` but instead found \`${rest}\`.`
  throw failAt(reader, message, reader.at)
}

function expectValue(reader: Reader): string {
  const value = takeValue(reader)
  if (value === undefined) throw expectedValue(reader)
  return value
}
