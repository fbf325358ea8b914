import type { Binary, BSONRegExp, Code, Decimal128, Double, ObjectId, Timestamp } from 'bson'
import { textOf } from './compare.ts'
import type { Pointer, ScopedCode } from './deprecated.ts'
import { typeOf, type TypeName } from './types.ts'
import type { Document, Value } from './value.ts'

/** A value as MongoDB prints it in its messages: `{ a: 1, b: "x" }`. */
export function describe(value: Value): string {
  return printers[typeOf(value)](value as never)
}

/** Names quoted as the server quotes them in messages on a document. */
export function describeFields(document: Document): string {
  if (document.size === 0) return '{}'
  return `{ ${[...document].map(([name, value]) => `${name}: ${describe(value)}`).join(', ')} }`
}

const printers: Record<TypeName, (value: never) => string> = {
  double: (value: Double) => doubleText(value.value),
  string: quoted,
  symbol: (value: Value) => quoted(textOf(value)),
  object: (value: Document) => describeFields(value),
  array: (value: Value[]) => (value.length === 0 ? '[]' : `[ ${value.map(describe).join(', ')} ]`),
  binData: (value: Binary) => bytesText(value.sub_type, value.buffer.subarray(0, value.position)),
  objectId: (value: ObjectId) => `ObjectId('${value.toHexString()}')`,
  bool: (value: boolean) => String(value),
  date: (value: Date) => `new Date(${value.getTime()})`,
  null: () => 'null',
  undefined: () => 'undefined',
  dbPointer: (value: Pointer) => `DBRef('${value.namespace}', ${value.id.toHexString()})`,
  javascriptWithScope: (value: ScopedCode) => `CodeWScope( ${value.code}, ${describeFields(value.scope)})`,
  regex: (value: BSONRegExp) => `/${value.pattern}/${value.options}`,
  javascript: (value: Code) => value.code,
  int: (value: number) => String(value),
  timestamp: (value: Timestamp) => `Timestamp(${value.t}, ${value.i})`,
  long: (value: bigint) => String(value),
  decimal: (value: Decimal128) => value.toString(),
  minKey: () => 'MinKey',
  maxKey: () => 'MaxKey',
}

/** Bytes of a text that are printed of one that is longer than 159. */
const shown = 150

function quoted(text: string): string {
  const bytes = Buffer.from(text)
  return bytes.length < 160 ? `"${text}"` : `"${bytes.toString('utf8', 0, shown)}..."`
}

const uuid = 4

function bytesText(subtype: number, bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
  if (subtype === uuid && bytes.length === 16)
    return `UUID("${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}")`
  const upper = hex.toUpperCase()
  return `BinData(${subtype}, ${bytes.length > 80 ? `${upper.slice(0, 140)}...` : upper})`
}

/** 16 digits as C prints them, and `.0` behind a whole number. */
function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf'
  const [digits = '', exponent = ''] = value.toExponential(15).split('e')
  const power = Number(exponent)
  if (power < -4 || power >= 16)
    return `${plainDigits(digits)}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
  const text = plainDigits(value.toPrecision(16))
  return `${Object.is(value, -0) ? '-' : ''}${text}${text.includes('.') ? '' : '.0'}`
}

function plainDigits(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
