import { splitHead } from '../aggregate/head.ts'
import { integerOf } from '../bson/numbers.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import type { Collection } from '../collections/model.ts'
import type { Query } from '../query/query.ts'
import { refuse } from '../errors.ts'
import { arrayAt, flagAt } from './arguments.ts'
import { contextOf } from './context.ts'
import { withinBounds } from './index-bounds.ts'
import { queryAt } from './query-arguments.ts'

/** What there is to explain of a command. */
export interface Explained {
  query: Query
  /** The stage that does something with what is found. */
  act?: 'UPDATE' | 'DELETE'
  counts?: true
  /** The stages of a pipeline that come behind the query. */
  rest?: readonly Value[]
}

/** What the command asks of its collection. Refuses a command that cannot be explained. */
export function explainedBy(name: string, command: Document, collection: Collection | undefined): Explained {
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined
  if (!read) return refuse('CommandNotFound', `Explain failed due to unknown command: ${name}`)
  return read(command, collection)
}

const readers: Record<string, (command: Document, collection: Collection | undefined) => Explained> = {
  find: (command, collection) => ({ query: withinBounds(command, collection, queryAt(command, 'filter')) }),
  count: (command) => ({ query: queryAt(command, 'query'), counts: true }),
  distinct: (command) => ({ query: queryAt(command, 'query') }),
  findAndModify: modification,
  findandmodify: modification,
  update: (command) => {
    const statement = statementOf(command, 'updates')
    return { query: limited(queryAt(statement, 'q'), !flagAt(statement, 'multi')), act: 'UPDATE' }
  },
  delete: (command) => {
    const statement = statementOf(command, 'deletes')
    const query = queryAt(new Map([...statement].filter(([name]) => name !== 'limit')), 'q')
    return { query: limited(query, integerOf(statement.get('limit')) === 1), act: 'DELETE' }
  },
  aggregate: (command) => {
    const { query, rest } = splitHead(arrayAt(command, 'pipeline') ?? [], contextOf(command))
    return { query: { ...query, hint: command.get('hint') }, rest }
  },
}

function modification(command: Document): Explained {
  const act = flagAt(command, 'remove') ? 'DELETE' : 'UPDATE'
  return { query: limited(queryAt(command, 'query'), true), act }
}

function limited(query: Query, one: boolean): Query {
  return { ...query, limit: one ? 1 : 0 }
}

function statementOf(command: Document, name: string): Document {
  const statements = arrayAt(command, name)
  const statement: Found = statements?.[0]
  if (statements?.length !== 1 || !isDocument(statement))
    return refuse('InvalidLength', `Only one of the '${name}' can be explained at a time`)
  return statement
}
