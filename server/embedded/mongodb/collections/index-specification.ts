import { toDouble } from '../bson/numbers.ts'
import type { TextOrder } from '../bson/compare.ts'
import { isDocument, type Document, type Found } from '../bson/value.ts'
import { textOrder } from '../query/collation.ts'
import { compileFilter } from '../query/filter.ts'
import { isTruthy } from '../query/operators.ts'
import { pathOf } from '../query/path.ts'
import type { Index, IndexField } from './model.ts'

/** The index of a specification that was checked. */
export function indexOf(specification: Document, number: number): Index {
  const fields = fieldsOf(specification.get('key') as Document)
  const texts = textOrder(documentIn(specification, 'collation'))
  const unique = isTruthy(specification.get('unique')) || isIdKey(fields)
  return {
    number,
    name: specification.get('name') as string,
    specification,
    fields,
    unique,
    direct: unique && !texts,
    sparse: isTruthy(specification.get('sparse')),
    filter: filterOf(documentIn(specification, 'partialFilterExpression'), texts),
    texts,
    hidden: isTruthy(specification.get('hidden')),
    expireAfterSeconds: secondsOf(specification.get('expireAfterSeconds')),
    multikey: fields.map(() => false),
    sorts: fields.map(() => true),
    outdated: false,
  }
}

/** The index with another specification: its entries stay what they are. */
export function respecified(index: Index, specification: Document): Index {
  const { multikey, sorts } = index
  return { ...indexOf(specification, index.number), multikey, sorts }
}

export function isIdKey(fields: readonly IndexField[]): boolean {
  return fields.length === 1 && fields[0]?.name === '_id'
}

function fieldsOf(key: Document): IndexField[] {
  return [...key].map(([name, direction]) => ({
    name,
    path: pathOf(name),
    direction: toDouble(direction as number) > 0 ? 1 : -1,
  }))
}

function documentIn(specification: Document, name: string): Document | undefined {
  const value = specification.get(name)
  return isDocument(value) ? value : undefined
}

function filterOf(expression: Document | undefined, texts: TextOrder | undefined) {
  return expression && compileFilter(expression, { texts })
}

function secondsOf(seconds: Found): number | undefined {
  return seconds === undefined ? undefined : toDouble(seconds as number)
}
