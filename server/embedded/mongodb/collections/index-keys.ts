import { keyOf, type IndexKey } from '../bson/key.ts'
import type { Document, Found } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { combinations, missing } from '../query/combinations.ts'
import type { Index } from './model.ts'

export interface KeyedValues extends IndexKey {
  values: readonly Found[]
  /** Where text is placed by a collation: all the values that share the key, those in `values` among them. */
  alike: readonly (readonly Found[])[]
}

export interface DocumentKeys {
  /** One for each distinct combination of values, none where the index leaves the document out. */
  keys: ReadonlyMap<string, KeyedValues>
  multikey: readonly boolean[]
}

/** What the index holds of a document. Refuses a document with arrays in two fields, as MongoDB does. */
export function keysOf(index: Index, document: Document): DocumentKeys {
  const multikey = index.fields.map(() => false)
  const keys = new Map<string, KeyedValues>()
  if (index.filter && !index.filter.matches(document)) return { keys, multikey }
  const directions = index.fields.map(({ direction }) => direction)
  for (const parts of combinations(index.fields, document, refuseParallel, multikey)) {
    if (index.sparse && parts.every((part) => part === missing)) continue
    const values = parts.map((part) => (part === missing ? null : part))
    const key = keyOf(values, directions, index.texts)
    const name = key.bytes.toString('latin1')
    keys.set(name, {
      ...key,
      values,
      alike: index.texts ? [...(keys.get(name)?.alike ?? []), values] : [values],
    })
  }
  return { keys, multikey }
}

function refuseParallel(name: string): never {
  return refuse('CannotIndexParallelArrays', `cannot index parallel arrays [${name}]`)
}
