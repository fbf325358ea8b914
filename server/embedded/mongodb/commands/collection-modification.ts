import { equals } from '../bson/compare.ts'
import { describe } from '../bson/describe.ts'
import { integerOf } from '../bson/numbers.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuseSeconds } from '../collections/index-rules.ts'
import { isIdKey, respecified } from '../collections/index-specification.ts'
import type { Collection, Index } from '../collections/model.ts'
import { type CommandError, refuse } from '../errors.ts'
import { documentAt, namespaceOf, refuseOptions, refuseUnknown } from './arguments.ts'
import { type Command, type Reply, replyOf, type Request } from './request.ts'

const refused = [
  ...'validator validationLevel validationAction viewOn pipeline expireAfterSeconds timeseries'.split(' '),
  ...'cappedSize cappedMax changeStreamPreAndPostImages recordPreImages'.split(' '),
]

/** Changes when an index removes its documents, and whether it is hidden; nothing else may be changed. */
export const collMod: Command = { options: ['index', 'dryRun', ...refused], run: runModification }

async function runModification(request: Request): Promise<Reply> {
  const { server, command } = request
  refuseOptions(command, [...refused, 'dryRun'])
  const namespace = namespaceOf(request)
  const change = documentAt(command, 'index')
  if (change) checkChange(change)
  return server.store.commits.write(() => {
    const collection = server.catalog.find(namespace) ?? refuse('NamespaceNotFound', 'ns does not exist')
    if (!change) return new Map()
    const index = indexMeant(collection, change)
    const changed = respecified(index, specificationWith(index, change))
    collection.indexes = collection.indexes.map((one) => (one === index ? changed : one))
    server.catalog.touch(collection)
    return replyTo(index, changed, change)
  })
}

const known = new Set(['name', 'keyPattern', 'expireAfterSeconds', 'hidden', 'unique', 'prepareUnique'])

function checkChange(change: Document): void {
  refuseUnknown(change, known, 'collMod.index')
  refuseOptions(change, ['unique', 'prepareUnique'])
  if (change.has('name') && change.has('keyPattern'))
    refuse('InvalidOptions', 'Cannot specify both key pattern and name.')
  if (!change.has('name') && !change.has('keyPattern'))
    refuse('InvalidOptions', 'Must specify either index name or key pattern')
  const { expireAfterSeconds, hidden } = Object.fromEntries(change)
  if (expireAfterSeconds === undefined && hidden === undefined)
    refuse('InvalidOptions', 'no expireAfterSeconds, hidden, unique, or prepareUnique field')
  if (hidden !== undefined && typeof hidden !== 'boolean')
    refuse('TypeMismatch', "BSON field 'collMod.index.hidden' is the wrong type, expected type 'bool'")
  if (expireAfterSeconds !== undefined) checkSeconds(expireAfterSeconds)
}

function checkSeconds(seconds: Value): void {
  try {
    refuseSeconds(seconds)
  } catch (error) {
    refuse('InvalidOptions', (error as CommandError).message)
  }
}

function indexMeant({ indexes, namespace }: Collection, change: Document): Index {
  const asked = change.get('keyPattern') ?? change.get('name') ?? null
  const [index, ...others] = indexes.filter(({ name, specification }) =>
    isDocument(asked) ? equals(specification.get('key'), asked) : name === asked,
  )
  if (!index) refuse('IndexNotFound', `cannot find index ${describe(asked)} for ns ${namespace}`)
  if (others.length > 0)
    refuse(
      'AmbiguousIndexKeyPattern',
      `index keyPattern ${describe(asked)} matches ${indexes.length} indexes`,
    )
  if (isIdKey(index.fields) && change.has('hidden')) refuse('BadValue', "can't hide _id index")
  if (change.has('expireAfterSeconds') && (isIdKey(index.fields) || index.fields.length !== 1))
    refuse('InvalidOptions', 'TTL indexes are single-field indexes on another field than _id')
  return index
}

function specificationWith({ specification }: Index, change: Document): Document {
  const result: Document = new Map(specification)
  const { expireAfterSeconds, hidden } = Object.fromEntries(change)
  if (expireAfterSeconds !== undefined) result.set('expireAfterSeconds', expireAfterSeconds)
  if (hidden === true) result.set('hidden', true)
  if (hidden === false) result.delete('hidden')
  return result
}

function replyTo(before: Index, after: Index, change: Document): Reply {
  const seconds = change.has('expireAfterSeconds')
  const hides = before.hidden !== after.hidden
  const long = (value: Found) => (value === undefined ? undefined : BigInt(integerOf(value) ?? 0))
  return replyOf({
    expireAfterSeconds_old: seconds ? long(before.specification.get('expireAfterSeconds')) : undefined,
    expireAfterSeconds_new: seconds ? long(after.specification.get('expireAfterSeconds')) : undefined,
    hidden_old: hides ? before.hidden : undefined,
    hidden_new: hides ? after.hidden : undefined,
  })
}
