import { MeilisearchError } from '../../errors.ts'
import { batchesOf, batchView } from '../../tasks/batch-view.ts'
import { matchTasks, taskFilter } from '../../tasks/task-filter.ts'
import type { TaskFilter } from '../../tasks/task-filter.ts'
import { taskView } from '../../tasks/task.ts'
import type { Task } from '../../tasks/task.ts'
import { enqueued } from '../enqueue.ts'
import { countParameter, flagParameter, ok } from '../request.ts'
import type { ApiRequest, Reply } from '../request.ts'
import type { RouteEntry } from '../router.ts'

export const taskRoutes: RouteEntry[] = [
  ['GET', '/tasks', 'tasks.get', list],
  ['GET', '/tasks/:uid', 'tasks.get', getOne],
  ['POST', '/tasks/cancel', 'tasks.cancel', cancel],
  ['DELETE', '/tasks', 'tasks.delete', remove],
  ['GET', '/batches', 'tasks.get', listBatches],
  ['GET', '/batches/:uid', 'tasks.get', getBatch],
]

function list(request: ApiRequest): Reply {
  const tasks = visibleTasks(request, taskFilter(request.query, ['limit', 'from', 'reverse']))
  return ok(pageOf(request, tasks, ({ uid }) => uid, taskView))
}

function listBatches(request: ApiRequest): Reply {
  const wanted = visibleTasks(request, taskFilter(request.query, ['limit', 'from', 'reverse']))
  const uids = new Set(wanted.map((task) => task.batchUid))
  const batches = [...batchesOf(visibleTasks(request, []))].filter(([uid]) => uids.has(uid))
  batches.sort(([one], [other]) => one - other)
  const view = ([uid, tasks]: [number, Task[]]) => batchView(uid, tasks)
  return ok(pageOf(request, batches, ([uid]) => uid, view))
}

function getBatch(request: ApiRequest): Reply {
  const uid = uidIn(request, 'invalid_batch_uids')
  const tasks = batchesOf(visibleTasks(request, [])).get(uid)
  if (tasks) return ok(batchView(uid, tasks))
  throw new MeilisearchError('batch_not_found', `Batch \`${uid}\` not found.`)
}

/** One page of a list that ascends by uid, newest first unless the request reverses it. */
function pageOf<Item>(
  { query }: ApiRequest,
  matching: Item[],
  uidOf: (item: Item) => number,
  view: (item: Item) => unknown,
) {
  const limit = countParameter(query, 'limit', 20, 'invalid_task_limit')
  const from = query.has('from') ? countParameter(query, 'from', 0, 'invalid_task_from') : undefined
  const isReversed = flagParameter(query, 'reverse', 'invalid_task_reverse')
  const ordered = isReversed ? matching : [...matching].reverse()
  const isBehind = (item: Item) =>
    from === undefined || (isReversed ? uidOf(item) >= from : uidOf(item) <= from)
  const rest = ordered.filter(isBehind)
  const uidAt = (place: number) => (rest[place] === undefined ? null : uidOf(rest[place]))
  const results = rest.slice(0, limit).map(view)
  return { results, total: matching.length, limit, from: limit === 0 ? null : uidAt(0), next: uidAt(limit) }
}

function visibleTasks({ engine, permission }: ApiRequest, filter: TaskFilter): Task[] {
  const all = [...engine.queue.tasks.values()].filter(
    (task) => task.indexUid === null || permission.covers(task.indexUid),
  )
  return matchTasks(all, filter)
}

function getOne(request: ApiRequest): Reply {
  const uid = uidIn(request, 'invalid_task_uids')
  const task = request.engine.queue.tasks.get(uid)
  if (!task || (task.indexUid !== null && !request.permission.covers(task.indexUid))) {
    throw new MeilisearchError('task_not_found', `Task \`${uid}\` not found.`)
  }
  return ok(taskView(task))
}

function uidIn({ params }: ApiRequest, code: string): number {
  const uid = params[0]!
  if (/^\d+$/.test(uid)) return Number(uid)
  const message = `Invalid value in parameter \`uid\`: could not parse \`${uid}\` as a positive integer`
  throw new MeilisearchError(code, message)
}

function cancel(request: ApiRequest): Promise<Reply> {
  const { tasks, originalFilter } = selected(request, 'cancel')
  const details = { matchedTasks: tasks.length, canceledTasks: null, originalFilter }
  return enqueued(request, { work: { type: 'taskCancelation', tasks }, indexUid: null, details })
}

function remove(request: ApiRequest): Promise<Reply> {
  const { tasks, originalFilter } = selected(request, 'delete')
  const details = { matchedTasks: tasks.length, deletedTasks: null, originalFilter }
  return enqueued(request, { work: { type: 'taskDeletion', tasks }, indexUid: null, details })
}

function selected(request: ApiRequest, act: string): { tasks: number[]; originalFilter: string } {
  if (request.query.size === 0) {
    const known =
      '`uids`, `indexUids`, `statuses`, `types`, `canceledBy`, `beforeEnqueuedAt`, `afterEnqueuedAt`, `beforeStartedAt`, `afterStartedAt`, `beforeFinishedAt`, `afterFinishedAt`'
    throw new MeilisearchError(
      'missing_task_filters',
      `Query parameters to filter the tasks to ${act} are missing. Available query parameters are: ${known}.`,
    )
  }
  const tasks = visibleTasks(request, taskFilter(request.query, [])).map((task) => task.uid)
  return { tasks, originalFilter: `?${request.query.toString()}` }
}
