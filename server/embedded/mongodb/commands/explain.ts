import type { Encodable } from '../bson/encode.ts'
import { countFound, planCount } from '../collections/count.ts'
import { follow } from '../collections/find.ts'
import type { Collection } from '../collections/model.ts'
import { planFor } from '../collections/plan.ts'
import type { Store } from '../storage/store.ts'
import { refuse } from '../errors.ts'
import { documentAt, namespace, stringAt } from './arguments.ts'
import { type Explained, explainedBy } from './explained.ts'
import { countStages, type Run, stage, stagesOf } from './plan-stages.ts'
import { type Command, type Reply, replyOf, type Request, type Server } from './request.ts'

const verbosities = ['queryPlanner', 'executionStats', 'allPlansExecution']

/** Names the plan of a command, and unless only that is wanted the figures of running it; nothing is changed. */
export const explain: Command = { options: ['verbosity'], run: runExplain }

function runExplain({ server, command, database }: Request): Reply {
  const explained = documentAt(command, 'explain') ?? new Map()
  const verbosity = command.get('verbosity') ?? 'allPlansExecution'
  if (typeof verbosity !== 'string' || !verbosities.includes(verbosity))
    refuse('BadValue', `verbosity string must be one of {${verbosities.map((one) => `'${one}'`).join(', ')}}`)
  const name = explained.keys().next().value ?? ''
  const of = { namespace: namespace(database, stringAt(explained, name)), verbosity, server }
  const collection = server.catalog.find(of.namespace)
  const plan = explanation(of, collection, explainedBy(name, explained, collection))
  return replyOf({
    explainVersion: '1',
    ...plan,
    command: explained,
    serverInfo: replyOf({ host: 'localhost', port: 0, version: '8.0.0', gitVersion: 'embedded' }),
  })
}

interface Occasion {
  namespace: string
  verbosity: string
  server: Server
}

type Explanation = Record<string, Encodable | undefined>

/** Of a pipeline that is more than a query, each stage by itself. */
function explanation(of: Occasion, collection: Collection | undefined, explained: Explained): Explanation {
  const parts = queryParts(of, collection, explained)
  const { rest = [] } = explained
  if (rest.length === 0) return parts
  return { stages: [replyOf({ $cursor: replyOf(parts) }), ...rest] as Encodable[] }
}

function queryParts(of: Occasion, collection: Collection | undefined, explained: Explained): Explanation {
  const runs = of.verbosity !== 'queryPlanner'
  const start = performance.now()
  const run = runs ? runOf(of.server.store, collection, explained) : undefined
  const executionTimeMillis = Math.round(performance.now() - start)
  return {
    queryPlanner: replyOf({
      namespace: of.namespace,
      indexFilterSet: false,
      winningPlan: treeOf(collection, explained),
      rejectedPlans: [],
    }),
    executionStats:
      run && statistics(of, treeOf(collection, explained, run), run, executionTimeMillis, explained),
  }
}

function statistics(
  { verbosity }: Occasion,
  executionStages: Reply,
  { returned, work }: Run,
  executionTimeMillis: number,
  { counts, act }: Explained,
): Reply {
  return replyOf({
    executionSuccess: true,
    nReturned: counts || act ? 0 : returned,
    executionTimeMillis,
    totalKeysExamined: work.keys,
    totalDocsExamined: work.documents,
    executionStages,
    allPlansExecution: verbosity === 'allPlansExecution' ? [] : undefined,
  })
}

function treeOf(collection: Collection | undefined, { query, counts, act }: Explained, run?: Run): Reply {
  if (!collection) return actStage(act, stage('EOF', {}, undefined, run), run)
  if (counts) return countStages(planCount(collection, query), query, run)
  const shown = act ? { ...query, limit: 0 } : query
  return actStage(act, stagesOf(planFor(collection, query), shown, run), run)
}

function actStage(act: Explained['act'], input: Reply, run: Run | undefined): Reply {
  if (!act) return input
  const figures: Explanation =
    act === 'UPDATE' ? { nMatched: run?.returned } : { nWouldDelete: run?.returned }
  return stage(act, figures, input, run && { ...run, returned: 0 })
}

function runOf(store: Store, collection: Collection | undefined, { query, counts }: Explained): Run {
  const work = { keys: 0, documents: 0 }
  if (!collection) return { work, returned: 0 }
  if (counts) return { returned: countFound(store, collection, query, work), work }
  let returned = 0
  for (const _ of follow(store, collection, query, planFor(collection, query), work)) returned++
  return { work, returned }
}
