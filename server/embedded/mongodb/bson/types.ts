import type { Scalar, Value } from './value.ts'

/** BSON's type numbers (bsonspec.org). */
export const types = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
} as const

export type TypeName = keyof typeof types

const classes: Record<string, TypeName> = {
  Double: 'double',
  Decimal128: 'decimal',
  ObjectId: 'objectId',
  Binary: 'binData',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  BSONSymbol: 'symbol',
  Code: 'javascript',
  Undefined: 'undefined',
  Pointer: 'dbPointer',
  ScopedCode: 'javascriptWithScope',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
}

export function typeOf(value: Value): TypeName {
  switch (typeof value) {
    case 'string':
      return 'string'
    case 'number':
      return 'int'
    case 'bigint':
      return 'long'
    case 'boolean':
      return 'bool'
    default:
      return typeOfObject(value)
  }
}

function typeOfObject(value: Exclude<Value, string | number | bigint | boolean>): TypeName {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Map) return 'object'
  if (value instanceof Date) return 'date'
  return typeOfClass(value)
}

function typeOfClass(value: Extract<Scalar, { _bsontype: string }>): TypeName {
  const name = classes[value._bsontype]
  if (!name) throw new TypeError(`${value._bsontype} is no BSON value`)
  return name
}

const ranks: Record<TypeName, number> = {
  minKey: -1,
  undefined: 0,
  null: 5,
  double: 10,
  int: 10,
  long: 10,
  decimal: 10,
  string: 15,
  symbol: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  dbPointer: 55,
  javascript: 60,
  javascriptWithScope: 65,
  maxKey: 127,
}

/** Where values of this type stand in MongoDB's order across types; equal for all that compare with each other. */
export function rankOf(value: Value): number {
  return ranks[typeOf(value)]
}
