import type { Encodable } from '../bson/encode.ts'
import { documentOf, type Document } from '../bson/value.ts'
import type { Candidate } from '../collections/candidate.ts'
import type { CountPlan } from '../collections/count.ts'
import type { Access, Plan } from '../collections/plan.ts'
import type { Query } from '../query/query.ts'
import { sortMemory } from '../collections/sorting.ts'
import type { Work } from '../collections/work.ts'
import { boundsText } from './bounds-text.ts'
import { type Reply, replyOf } from './request.ts'

/** What running a plan has shown. */
export interface Run {
  work: Work
  returned: number
}

/** A plan as a tree of stages in MongoDB's terms, the last one first; with the figures of `run` where it was run. */
export function stagesOf(plan: Plan, query: Query, run?: Run): Reply {
  const found = accessStage(plan.access, query, run)
  const sorted = plan.sorted ? found : stage('SORT', sortFields(query), found, run)
  const skipped = query.skip > 0 ? stage('SKIP', { skipAmount: query.skip }, sorted, run) : sorted
  const limits = query.limit > 0 && plan.sorted
  return limits ? stage('LIMIT', { limitAmount: query.limit }, skipped, run) : skipped
}

export function countStages(plan: CountPlan, query: Query, run?: Run): Reply {
  const counted = run && { nCounted: run.returned }
  const nothing = run && { ...run, returned: 0 }
  if (plan.kind === 'metadata') return stage('RECORD_STORE_FAST_COUNT', { ...counted }, undefined, nothing)
  const input =
    plan.kind === 'keys'
      ? indexStage('COUNT_SCAN', plan.access, query, run)
      : accessStage(plan.plan.access, query, run)
  return stage('COUNT', { ...counted }, input, nothing)
}

/** A stage on top of another, with how many documents leave it where that is known. */
export function stage(
  name: string,
  fields: Record<string, Encodable | undefined>,
  inputStage: Reply | undefined,
  run?: Run,
): Reply {
  return replyOf({ stage: name, nReturned: run?.returned, ...fields, inputStage })
}

function sortFields({ sort, skip, limit }: Query): Record<string, Encodable | undefined> {
  const sortPattern: Document = documentOf(
    Object.fromEntries(sort.map(({ path, direction }) => [path, direction])),
  )
  const limitAmount = limit > 0 ? skip + limit : undefined
  return { sortPattern, memLimit: sortMemory, limitAmount, type: 'simple' }
}

function accessStage(access: Access, query: Query, run?: Run): Reply {
  const docsExamined = run?.work.documents
  if (access.kind === 'scan')
    return replyOf({ stage: 'COLLSCAN', direction: directionOf(access.reverse), docsExamined })
  if (access.kind === 'index' && isById(access.candidate, query))
    return replyOf({ stage: 'IDHACK', indexName: '_id_', keysExamined: run?.work.keys, docsExamined })
  return replyOf({ stage: 'FETCH', docsExamined, inputStage: keyStage(access, query, run) })
}

function isById({ index, keys }: Candidate, { condition, hint, skip }: Query): boolean {
  const isPlain = condition.kind === 'field' && condition.operator === '$eq'
  return isPlain && hint === undefined && skip === 0 && keys !== undefined && index.name === '_id_'
}

function keyStage(access: Exclude<Access, { kind: 'scan' }>, query: Query, run?: Run): Reply {
  if (access.kind === 'index') return indexStage('IXSCAN', access, query, run)
  const inputStages = access.branches.map((branch) =>
    branch.kind === 'scan' ? accessStage(branch, query) : keyStage(branch, query),
  )
  return replyOf({ stage: 'OR', inputStages })
}

function indexStage(name: string, access: Access & { kind: 'index' }, query: Query, run?: Run): Reply {
  const { candidate, reverse } = access
  const { index } = candidate
  return replyOf({
    stage: name,
    keyPattern: index.specification.get('key'),
    indexName: index.name,
    collation: index.specification.get('collation'),
    isMultiKey: index.multikey.includes(true),
    isUnique: index.unique,
    isSparse: index.sparse,
    isPartial: index.filter !== undefined,
    direction: directionOf(reverse),
    indexBounds: boundsText(candidate, query.condition, reverse),
    keysExamined: run?.work.keys,
  })
}

function directionOf(reverse: boolean): string {
  return reverse ? 'backward' : 'forward'
}
