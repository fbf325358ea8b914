import type { Meilisearch } from 'meilisearch'

/** The search server took a request and then could not do it; the message is the server's own. */
export class TaskFailed extends Error {}

/** Resolves when the search server has done it; throws `TaskFailed`, or the client's own error where it is silent. */
export async function done(
  search: Meilisearch,
  enqueued: PromiseLike<{ taskUid: number }>,
  timeout = 60_000,
): Promise<void> {
  const { taskUid } = await enqueued
  const task = await search.tasks.waitForTask(taskUid, { timeout, interval: 10 })
  if (task.status === 'succeeded') return
  throw new TaskFailed(`The search server could not do it: ${task.error?.message ?? task.status}`)
}
