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
  double: (value: Double) => (Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value)),
  string: (value: string) => `"${value}"`,
  symbol: (value: Value) => `"${textOf(value)}"`,
  object: (value: Document) => describeFields(value),
  array: (value: Value[]) => (value.length === 0 ? '[]' : `[ ${value.map(describe).join(', ')} ]`),
  binData: (value: Binary) => `BinData(${value.sub_type}, ${hex(value.buffer.subarray(0, value.position))})`,
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
  decimal: (value: Decimal128) => `Decimal128('${value.toString()}')`,
  minKey: () => 'MinKey',
  maxKey: () => 'MaxKey',
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase()
}
