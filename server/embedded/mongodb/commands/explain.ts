import { splitHead } from '../aggregate/head.ts'
import { isDocument, type Document, type Found } from '../bson/value.ts'
import type { Query } from '../collections/find.ts'
import { type Access, type Plan, planFor } from '../collections/plan.ts'
import { refuse } from '../errors.ts'
import { textOrder } from '../query/collation.ts'
import { arrayAt, documentAt, namespace, stringAt } from './arguments.ts'
import { queryAt } from './query-arguments.ts'
import { type Command, type Reply, replyOf, type Request } from './request.ts'

/** Names the plan of a command; nothing is run, and so no figures are told. */
export const explain: Command = { options: ['verbosity'], run: runExplain }

function runExplain({ server, command, database }: Request): Reply {
  const explained = documentAt(command, 'explain') ?? new Map()
  const name = explained.keys().next().value ?? ''
  const queryOf = Object.hasOwn(queries, name) ? queries[name] : undefined
  if (!queryOf) refuse('CommandNotSupported', `Explaining '${name}' is not supported`)
  const of = namespace(database, stringAt(explained, name))
  const collection = server.catalog.find(of)
  const query = queryOf(explained)
  const plan = collection && planFor(collection, query)
  return replyOf({
    explainVersion: '1',
    queryPlanner: replyOf({
      namespace: of,
      winningPlan: plan ? stagesOf(plan) : replyOf({ stage: 'EOF' }),
      rejectedPlans: [],
    }),
    serverInfo: replyOf({ version: '8.0.0' }),
  })
}

const queries: Record<string, (command: Document) => Query> = {
  find: (command) => queryAt(command, 'filter'),
  count: (command) => queryAt(command, 'query'),
  distinct: (command) => queryAt(command, 'query'),
  findAndModify: (command) => queryAt(command, 'query'),
  update: (command) => queryAt(statementOf(command, 'updates'), 'q'),
  delete: (command) =>
    queryAt(new Map([...statementOf(command, 'deletes')].filter(([name]) => name !== 'limit')), 'q'),
  aggregate: (command) =>
    splitHead(arrayAt(command, 'pipeline') ?? [], { texts: textOrder(documentAt(command, 'collation')) })
      .query,
}

function statementOf(command: Document, name: string): Document {
  const statement: Found = arrayAt(command, name)?.[0]
  return isDocument(statement) ? statement : refuse('FailedToParse', `Nothing to explain in '${name}'`)
}

function stagesOf({ access, sorted }: Plan): Reply {
  return sorted ? stageOf(access) : replyOf({ stage: 'SORT', inputStage: stageOf(access) })
}

function stageOf(access: Access): Reply {
  if (access.kind === 'scan')
    return replyOf({ stage: 'COLLSCAN', direction: access.reverse ? 'backward' : 'forward' })
  return replyOf({ stage: 'FETCH', inputStage: keysOf(access) })
}

function keysOf(access: Exclude<Access, { kind: 'scan' }>): Reply {
  if (access.kind === 'any')
    return replyOf({ stage: 'OR', inputStages: access.branches.map((one) => stageOf(one)) })
  const { index } = access.candidate
  return replyOf({
    stage: 'IXSCAN',
    indexName: index.name,
    keyPattern: index.specification.get('key'),
    isMultiKey: index.multikey.includes(true),
    isUnique: index.unique,
    direction: access.reverse ? 'backward' : 'forward',
  })
}
