import { integerOf } from '../bson/numbers.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import type { Catalog } from '../collections/catalog.ts'

const ofOneCollection = new Set(['find', 'count', 'distinct', 'aggregate', 'findAndModify', 'findandmodify'])
const statements: Record<string, string> = { update: 'updates', delete: 'deletes' }

/** The command with the collation of the collections that it names, wherever it states none of its own. */
export function withCollations(catalog: Catalog, database: string, command: Document): Document {
  const [name, target] = command.entries().next().value as [string, Value]
  if (name === 'explain' && isDocument(target) && target.size > 0)
    return new Map(command).set(name, withCollations(catalog, database, target))
  if (name === 'bulkWrite') return withCollationsOfEach(catalog, command)
  const collation = catalog.find(`${database}.${String(target)}`)?.collation
  if (!collation) return command
  if (ofOneCollection.has(name)) return having(command, collation)
  const list = Object.hasOwn(statements, name) ? statements[name] : undefined
  return list ? mapped(command, list, (statement) => having(statement, collation)) : command
}

function withCollationsOfEach(catalog: Catalog, command: Document): Document {
  const namespaces = command.get('nsInfo')
  if (!Array.isArray(namespaces)) return command
  const collations = namespaces.map(
    (one) => isDocument(one) && catalog.find(String(one.get('ns')))?.collation,
  )
  return mapped(command, 'ops', (operation) => {
    const [kind, place] = operation.entries().next().value as [string, Value]
    const collation = collations[integerOf(place) ?? -1]
    return collation && kind !== 'insert' ? having(operation, collation) : operation
  })
}

function mapped(command: Document, list: string, change: (statement: Document) => Document): Document {
  const values = command.get(list)
  if (!Array.isArray(values)) return command
  const changed = values.map((value) => (isDocument(value) && value.size > 0 ? change(value) : value))
  return new Map(command).set(list, changed)
}

function having(command: Document, collation: Document): Document {
  const own = command.get('collation')
  const isSilent = own === undefined || (isDocument(own) && own.size === 0)
  return isSilent ? new Map(command).set('collation', collation) : command
}
