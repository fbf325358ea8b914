import { describe } from '../bson/describe.ts'
import { isNumeric, toDouble } from '../bson/numbers.ts'
import { typeOf } from '../bson/types.ts'
import { documentOf, isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { fullCollation } from '../query/collation.ts'
import { isTruthy } from '../query/operators.ts'
import { checkKey } from './index-key-rules.ts'
import { checkPartialFilter } from './partial-rules.ts'

/** What a collection says of the indexes that are made in it. */
export interface IndexSurroundings {
  collation: Document | undefined
  ignoresUnknown: boolean
}

const known = new Set(
  'v key name ns unique sparse background hidden partialFilterExpression expireAfterSeconds collation'.split(
    ' ',
  ),
)
const refused = new Set(
  'weights default_language language_override textIndexVersion 2dsphereIndexVersion bits min max bucketSize wildcardProjection storageEngine prepareUnique clustered columnstoreProjection dropDups'.split(
    ' ',
  ),
)
const ofId = new Set(['v', 'key', 'name', 'ns', 'collation'])

/** The specification as it is stored, with its version and collation in full. Refuses what MongoDB refuses. */
export function checkedSpecification(given: Document, surroundings: IndexSurroundings): Document {
  const specification = withoutUnknown(given, surroundings.ignoresUnknown)
  const key = keyIn(specification)
  const isId = checkKey(key)
  const name = checkName(specification, key, isId)
  checkVersion(specification.get('v'), specification)
  if (isId) refuseIdOptions(specification)
  for (const option of ['unique', 'sparse', 'hidden', 'background']) checkFlag(specification, option)
  checkExpiry(specification, key)
  checkPartialFilter(specification)
  return documentOf({
    v: 2,
    key,
    name: isId ? '_id_' : name,
    ...optionsIn(specification),
    collation: collationOf(specification.get('collation'), surroundings.collation, isId),
  })
}

function withoutUnknown(given: Document, ignoresUnknown: boolean): Document {
  for (const name of given.keys()) {
    if (refused.has(name)) refuse('CommandNotSupported', `The index option '${name}' is not supported`)
    if (!known.has(name) && !ignoresUnknown)
      refuse(
        'InvalidIndexSpecificationOption',
        `The field '${name}' is not valid for an index specification. Specification: ${describe(given)}`,
      )
  }
  return new Map([...given].filter(([name]) => known.has(name)))
}

function keyIn(specification: Document): Document {
  const key = specification.get('key')
  if (key === undefined) refuseMissing('key')
  return isDocument(key) ? key : refuseType('key', key, 'object')
}

function checkName(specification: Document, key: Document, isId: boolean): string {
  const name = specification.get('name')
  if (name === undefined) return refuseMissing('name')
  if (typeof name !== 'string') return refuseType('name', name, 'string')
  if (name === '') refuse('CannotCreateIndex', 'index name cannot be empty')
  if (name === '*') refuse('BadValue', "The index name '*' is not valid.")
  if (name === '_id_' && !isId)
    refuse(
      'BadValue',
      `The index name '_id_' is reserved for the _id index, which must have key pattern {_id: 1}, found key: ${describe(key)}`,
    )
  return name
}

function refuseMissing(name: string): never {
  return refuse('FailedToParse', `The '${name}' field is a required property of an index specification`)
}

function checkVersion(version: Found, specification: Document): void {
  if (version === undefined || (isNumeric(version) && toDouble(version) === 2)) return
  if (!isNumeric(version)) refuseType('v', version, 'int')
  if (toDouble(version) === 1) refuse('CommandNotSupported', 'Indexes of version 1 are not supported')
  refuse(
    'CannotCreateIndex',
    `Invalid index specification ${describe(specification)}; cannot create an index with v=${describe(version)}`,
  )
}

function refuseIdOptions(specification: Document): void {
  for (const name of specification.keys())
    if (!ofId.has(name))
      refuse(
        'InvalidIndexSpecificationOption',
        `The field '${name}' is not valid for an _id index specification. Specification: ${describe(specification)}`,
      )
}

function checkFlag(specification: Document, name: string): void {
  const value = specification.get(name)
  if (value !== undefined && typeof value !== 'boolean' && (name === 'hidden' || !isNumeric(value)))
    refuseType(name, value, 'bool')
}

function refuseType(name: string, value: Value, expected: string): never {
  return refuse(
    'TypeMismatch',
    `The field '${name}' has the wrong type '${typeOf(value)}', expected type '${expected}'`,
  )
}

const mostSeconds = 2 ** 31 - 1

function checkExpiry(specification: Document, key: Document): void {
  const seconds = specification.get('expireAfterSeconds')
  if (seconds === undefined) return
  refuseSeconds(seconds)
  if (key.size !== 1)
    refuse('CannotCreateIndex', 'TTL indexes are single-field indexes, compound indexes do not support TTL.')
}

/** Refuses what no `expireAfterSeconds` may be. */
export function refuseSeconds(seconds: Value): void {
  if (!isNumeric(seconds))
    refuse(
      'CannotCreateIndex',
      `TTL index 'expireAfterSeconds' option must be numeric, but received a type of '${typeOf(seconds)}'.`,
    )
  const number = toDouble(seconds)
  if (!(number >= 0 && number <= mostSeconds))
    refuse('CannotCreateIndex', `TTL index 'expireAfterSeconds' option must be within 0 and ${mostSeconds}`)
}

function optionsIn(specification: Document): Record<string, Value | undefined> {
  const flags = ['unique', 'sparse', 'hidden'].filter((name) => isTruthy(specification.get(name)))
  return {
    ...Object.fromEntries(flags.map((name) => [name, true])),
    expireAfterSeconds: specification.get('expireAfterSeconds'),
    partialFilterExpression: specification.get('partialFilterExpression'),
  }
}

/** Of its own, or the collection's; the index on `_id` has always the collection's. */
function collationOf(own: Found, inherited: Document | undefined, isId: boolean): Document | undefined {
  if (own === undefined) return inherited
  if (!isDocument(own)) return refuseType('collation', own, 'object')
  if (own.size === 0) refuse('BadValue', "The field 'collation' cannot be an empty object.")
  const full = fullCollation(own)
  if (isId && describe(full ?? null) !== describe(inherited ?? null))
    refuse('BadValue', 'The _id index must have the same collation as the collection.')
  return full
}
