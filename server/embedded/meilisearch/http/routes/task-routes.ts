import { MeilisearchError } from '../../errors.ts'
import { matchTasks, taskFilter } from '../../tasks/task-filter.ts'
import type { TaskFilter } from '../../tasks/task-filter.ts'
import { taskView } from '../../tasks/task.ts'
import type { Task } from '../../tasks/task.ts'
import { enqueued } from '../enqueue.ts'
import { countParameter, ok } from '../request.ts'
import type { ApiRequest, Reply } from '../request.ts'
import type { RouteEntry } from '../router.ts'

export const taskRoutes: RouteEntry[] = [
  ['GET', '/tasks', 'tasks.get', list],
  ['GET', '/tasks/:uid', 'tasks.get', getOne],
  ['POST', '/tasks/cancel', 'tasks.cancel', cancel],
  ['DELETE', '/tasks', 'tasks.delete', remove],
]

function list(request: ApiRequest): Reply {
  const { query } = request
  const limit = countParameter(query, 'limit', 20, 'invalid_task_limit')
  const isReversed = query.get('reverse') === 'true'
  const from = query.has('from') ? countParameter(query, 'from', 0, 'invalid_task_from') : undefined
  const matching = visibleTasks(request, taskFilter(query, ['limit', 'from', 'reverse']))
  const ordered = isReversed ? matching : matching.reverse()
  const rest =
    from === undefined ? ordered : ordered.filter(({ uid }) => (isReversed ? uid >= from : uid <= from))
  const results = rest.slice(0, limit)
  const [first, next] = [results[0]?.uid ?? null, rest[limit]?.uid ?? null]
  return ok({ results: results.map(taskView), total: matching.length, limit, from: first, next })
}

function visibleTasks({ engine, mayUse }: ApiRequest, filter: TaskFilter): Task[] {
  const all = [...engine.queue.tasks.values()].filter(
    (task) => task.indexUid === null || mayUse(task.indexUid),
  )
  return matchTasks(all, filter)
}

function getOne({ engine, params, mayUse }: ApiRequest): Reply {
  const uid = params[0]!
  if (!/^\d+$/.test(uid)) {
    throw new MeilisearchError(
      'invalid_task_uids',
      `Invalid value in parameter \`uid\`: could not parse \`${uid}\` as a positive integer`,
    )
  }
  const task = engine.queue.tasks.get(Number(uid))
  if (!task || (task.indexUid !== null && !mayUse(task.indexUid))) {
    throw new MeilisearchError('task_not_found', `Task \`${uid}\` not found.`)
  }
  return ok(taskView(task))
}

function cancel(request: ApiRequest): Promise<Reply> {
  const { tasks, originalFilter } = selected(request)
  const details = { matchedTasks: tasks.length, canceledTasks: null, originalFilter }
  return enqueued(request, { work: { type: 'taskCancelation', tasks }, indexUid: null, details })
}

function remove(request: ApiRequest): Promise<Reply> {
  const { tasks, originalFilter } = selected(request)
  const details = { matchedTasks: tasks.length, deletedTasks: null, originalFilter }
  return enqueued(request, { work: { type: 'taskDeletion', tasks }, indexUid: null, details })
}

function selected(request: ApiRequest): { tasks: number[]; originalFilter: string } {
  if (request.query.size === 0) {
    const known =
      '`uids`, `indexUids`, `statuses`, `types`, `canceledBy`, `beforeEnqueuedAt`, `afterEnqueuedAt`, `beforeStartedAt`, `afterStartedAt`, `beforeFinishedAt`, `afterFinishedAt`'
    throw new MeilisearchError(
      'missing_task_filters',
      `Query parameters to filter the tasks are missing. Available query parameters are: ${known}.`,
    )
  }
  const tasks = visibleTasks(request, taskFilter(request.query, [])).map((task) => task.uid)
  return { tasks, originalFilter: `?${request.query.toString()}` }
}
