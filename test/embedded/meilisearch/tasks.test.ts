import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { refusal, startServer, succeeded } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('a write answers with the summary of a task that can be followed', async () => {
  const client = server.connect()
  const enqueued = await client.index('followed').addDocuments([{ id: 1 }])
  expect(enqueued).toMatchObject({
    indexUid: 'followed',
    status: 'enqueued',
    type: 'documentAdditionOrUpdate',
  })
  const task = await client.tasks.waitForTask(enqueued.taskUid)
  expect(task).toMatchObject({
    uid: enqueued.taskUid,
    status: 'succeeded',
    details: { receivedDocuments: 1, indexedDocuments: 1 },
    error: null,
    canceledBy: null,
    duration: expect.stringMatching(/^PT[\d.]+S$/),
  })
  expect(Date.parse(task.finishedAt!)).toBeGreaterThanOrEqual(Date.parse(task.startedAt!))
})

test('tasks take effect in the order in which they were sent', async () => {
  const index = server.connect().index('ordered')
  const tasks = []
  for (let round = 0; round < 10; round++) {
    tasks.push(await index.addDocuments([{ id: 1, round }]), await index.deleteDocument(1))
  }
  const last = await index.addDocuments([{ id: 1, round: 'last' }]).waitTask()
  expect(last.status).toBe('succeeded')
  expect(await index.getDocument(1)).toEqual({ id: 1, round: 'last' })
  const uids = tasks.map((task) => task.taskUid)
  expect(uids).toEqual([...uids].sort((one, other) => one - other))
})

test('adjacent additions to one index share a batch', async () => {
  const client = server.connect()
  const blocker = client
    .index('batched')
    .addDocuments(Array.from({ length: 3000 }, (_, id) => ({ id, text: 'word '.repeat(50) })))
  const sent = await Promise.all(
    [5001, 5002, 5003].map((id) => client.index('batched').addDocuments([{ id }])),
  )
  await blocker.waitTask()
  const tasks = await client.tasks.waitForTasks(sent)
  expect(new Set(tasks.map((task) => task.batchUid)).size).toBeLessThan(3)
  expect((await client.index('batched').getStats()).numberOfDocuments).toBe(3003)
})

test('tasks are listed newest first, filtered and by pages', async () => {
  const client = server.connect()
  const uids: number[] = []
  for (const id of [1, 2, 3])
    uids.push((await succeeded(client.index('history').addDocuments([{ id }]).waitTask())).uid)
  const failed = await client
    .index('history')
    .addDocuments([{ id: '?' }])
    .waitTask()
  const page = await client.tasks.getTasks({ indexUids: ['history'], statuses: ['succeeded'], limit: 2 })
  expect(page.results.map((task) => task.uid)).toEqual([uids[2], uids[1]])
  expect(page).toMatchObject({ total: 3, limit: 2, from: uids[2], next: uids[0] })
  const rest = await client.tasks.getTasks({
    indexUids: ['history'],
    statuses: ['succeeded'],
    from: page.next!,
  })
  expect(rest.results.map((task) => task.uid)).toEqual([uids[0]])
  const failures = await client.tasks.getTasks({ statuses: ['failed'], types: ['documentAdditionOrUpdate'] })
  expect(failures.results.map((task) => task.uid)).toEqual([failed.uid])
  const oldest = await client.tasks.getTasks({ uids, reverse: true })
  expect(oldest.results.map((task) => task.uid)).toEqual(uids)
})

test('wrong filters and unknown tasks are refused', async () => {
  const client = server.connect()
  expect(await refusal(client.tasks.getTask(123_456))).toMatchObject({
    status: 404,
    code: 'task_not_found',
    message: 'Task `123456` not found.',
  })
  const wrong = fetch(`${server.host()}/tasks?statuses=done`, {
    headers: { authorization: 'Bearer a-master-key' },
  })
  expect(await (await wrong).json()).toMatchObject({ code: 'invalid_task_statuses' })
  const bare = fetch(`${server.host()}/tasks/cancel`, {
    method: 'POST',
    headers: { authorization: 'Bearer a-master-key' },
  })
  expect(await (await bare).json()).toMatchObject({ code: 'missing_task_filters' })
})

test('waiting tasks are canceled and finished ones forgotten', async () => {
  const client = server.connect()
  const large = Array.from({ length: 4000 }, (_, id) => ({ id, text: `number ${id} `.repeat(30) }))
  const running = await client.index('busy').addDocuments(large)
  const waiting = await client.index('idle').addDocuments([{ id: 1 }])
  const cancelation = await client.tasks.cancelTasks({ uids: [waiting.taskUid] }).waitTask()
  expect(cancelation).toMatchObject({ status: 'succeeded', details: { matchedTasks: 1, canceledTasks: 1 } })
  expect(await client.tasks.getTask(waiting.taskUid)).toMatchObject({
    status: 'canceled',
    canceledBy: cancelation.uid,
  })
  await client.tasks.waitForTask(running.taskUid)
  const deletion = await client.tasks.deleteTasks({ uids: [running.taskUid] }).waitTask()
  expect(deletion.details).toMatchObject({ matchedTasks: 1, deletedTasks: 1 })
  expect(await refusal(client.tasks.getTask(running.taskUid))).toMatchObject({ code: 'task_not_found' })
})

test('tasks that were worked on together make a batch', async () => {
  const client = server.connect()
  const index = client.index('batched')
  const tasks = await Promise.all([1, 2, 3].map((id) => index.addDocuments([{ id }])))
  const last = await client.tasks.waitForTask(tasks[2]!)
  const batch = await client.batches.getBatch(last.batchUid!)
  expect(Object.keys(batch)).toHaveLength(8)
  expect(batch).toMatchObject({ uid: last.batchUid, progress: null, startedAt: last.startedAt })
  expect(batch.stats.indexUids).toEqual({ batched: batch.stats.totalNbTasks })
  expect(batch.stats).toMatchObject({ status: { succeeded: batch.stats.totalNbTasks } })
  expect(batch.details.receivedDocuments).toBe(batch.stats.totalNbTasks)
  const listed = await client.batches.getBatches({ indexUids: ['batched'], limit: 1 })
  expect(listed).toMatchObject({ results: [{ uid: last.batchUid }], limit: 1, from: last.batchUid })
  expect(await refusal(client.batches.getBatch(999_999))).toMatchObject({
    status: 404,
    code: 'batch_not_found',
  })
})
