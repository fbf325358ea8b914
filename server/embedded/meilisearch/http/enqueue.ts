import type { Reply, ApiRequest } from './request.ts'
import { summary } from '../tasks/task.ts'
import type { Request } from '../tasks/queue.ts'

/** Queues a task and answers with its summary. */
export async function enqueued({ engine, query }: ApiRequest, request: Request): Promise<Reply> {
  const customMetadata = query.get('customMetadata') ?? undefined
  const task = await engine.queue.enqueue({ ...request, customMetadata })
  return { status: 202, body: summary(task) }
}
