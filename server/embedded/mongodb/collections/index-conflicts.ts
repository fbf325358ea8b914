import { equals } from '../bson/compare.ts'
import { describe } from '../bson/describe.ts'
import { refuse } from '../errors.ts'
import type { Collection, Index } from './model.ts'

/** Indexes of a collection at most. */
const mostIndexes = 64

/** False where the very same index is there. Refuses one that is at odds with another by its name or its keys. */
export function isNew(collection: Collection, index: Index): boolean {
  const { indexes, namespace } = collection
  const namesake = indexes.find(({ name }) => name === index.name)
  if (namesake) return refuseDifferent(namesake, index)
  const twin = indexes.find((other) => isTwin(other, index))
  if (twin) refuseTwin(twin, index)
  if (indexes.length >= mostIndexes)
    refuse(
      'CannotCreateIndex',
      `add index fails, too many indexes for ${namespace} key:${describe(index.specification.get('key') ?? null)}`,
    )
  return true
}

/** The options that tell two indexes with the same keys apart, since MongoDB 5. */
const telling = ['key', 'collation', 'partialFilterExpression', 'unique', 'sparse']

function isTwin(a: Index, b: Index): boolean {
  return telling.every((option) => isSame(a, b, option))
}

function isSame(a: Index, b: Index, option: string): boolean {
  return equals(a.specification.get(option), b.specification.get(option))
}

function refuseDifferent(existing: Index, requested: Index): false {
  if (!isTwin(existing, requested))
    refuse(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. ${both(requested, existing)}`,
    )
  if (!isSame(existing, requested, 'expireAfterSeconds'))
    refuse(
      'IndexOptionsConflict',
      `An equivalent index already exists with the same name but different options. ${both(requested, existing)}`,
    )
  return false
}

function refuseTwin(existing: Index, requested: Index): never {
  if (isSame(existing, requested, 'expireAfterSeconds'))
    refuse('IndexOptionsConflict', `Index already exists with a different name: ${existing.name}`)
  return refuse(
    'IndexOptionsConflict',
    `An equivalent index already exists with a different name and options. ${both(requested, existing)}`,
  )
}

function both(requested: Index, existing: Index): string {
  return `Requested index: ${describe(requested.specification)}, existing index: ${describe(existing.specification)}`
}
