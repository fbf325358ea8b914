import { stageParts } from '../aggregate/pipeline.ts'
import type { Encodable } from '../bson/encode.ts'
import type { Document, Value } from '../bson/value.ts'
import { countStepwise, planCount } from '../collections/count.ts'
import { follow } from '../collections/find.ts'
import type { Collection } from '../collections/model.ts'
import { planFor } from '../collections/plan.ts'
import { refuse } from '../errors.ts'
import { arrayAt, documentAt, namespace, stringAt } from './arguments.ts'
import { contextOf } from './context.ts'
import { type Explained, explainedBy } from './explained.ts'
import { stepsOf } from './pipeline.ts'
import { countStages, type Run, stage, stagesOf } from './plan-stages.ts'
import { type Command, type Reply, replyOf, type Request } from './request.ts'
import { inTurns } from './turns.ts'

const verbosities = ['queryPlanner', 'executionStats', 'allPlansExecution']

/** Names the plan of a command, and unless only that is wanted the figures of running it; nothing is changed. */
export const explain: Command = { options: ['verbosity'], run: runExplain }

async function runExplain(request: Request): Promise<Reply> {
  const { server, command, database } = request
  const explained = documentAt(command, 'explain') ?? new Map()
  const verbosity = command.get('verbosity') ?? 'allPlansExecution'
  if (typeof verbosity !== 'string' || !verbosities.includes(verbosity))
    refuse('BadValue', `verbosity string must be one of {${verbosities.map((one) => `'${one}'`).join(', ')}}`)
  const name = explained.keys().next().value ?? ''
  const of = { namespace: namespace(database, stringAt(explained, name)), verbosity, request }
  const collection = server.catalog.find(of.namespace)
  if (name === 'aggregate') checkPipeline(request, explained)
  const plan = await explanation(of, collection, explainedBy(name, explained, collection))
  return replyOf({
    explainVersion: '1',
    ...plan,
    command: explained,
    serverInfo: replyOf({ host: 'localhost', port: 0, version: '8.0.0', gitVersion: 'embedded' }),
  })
}

/** Refuses a pipeline that could not be run. */
function checkPipeline({ server, database }: Request, command: Document): void {
  const pipeline = arrayAt(command, 'pipeline') ?? []
  const [last] = pipeline.length > 0 ? stageParts(pipeline.at(-1) as Value) : ['']
  const read = last === '$out' || last === '$merge' ? pipeline.slice(0, -1) : pipeline
  stepsOf({ server, database, collection: stringAt(command, 'aggregate') }, read, contextOf(command))
}

interface Occasion {
  namespace: string
  verbosity: string
  request: Request
}

type Explanation = Record<string, Encodable | undefined>

/** Of a pipeline that is more than a query, each stage by itself. */
async function explanation(
  of: Occasion,
  collection: Collection | undefined,
  explained: Explained,
): Promise<Explanation> {
  const parts = await queryParts(of, collection, explained)
  const { rest = [] } = explained
  if (rest.length === 0) return parts
  return { stages: [replyOf({ $cursor: replyOf(parts) }), ...rest] as Encodable[] }
}

async function queryParts(
  of: Occasion,
  collection: Collection | undefined,
  explained: Explained,
): Promise<Explanation> {
  const runs = of.verbosity !== 'queryPlanner'
  const start = performance.now()
  const run = runs ? await runOf(of.request, collection, explained) : undefined
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

async function runOf(
  request: Request,
  collection: Collection | undefined,
  { query, counts }: Explained,
): Promise<Run> {
  const { store } = request.server
  const run = { work: { keys: 0, documents: 0 }, returned: 0 }
  if (!collection) return run
  if (counts)
    await inTurns(request, countStepwise(store, collection, query, run.work), (n) => (run.returned = n))
  else
    await inTurns(request, follow(store, collection, query, planFor(collection, query), run.work), (step) => {
      if (step) run.returned++
    })
  return run
}
