import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { refusal, startServer, succeeded } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('health needs no key and says that the server is available', async () => {
  const answer = await fetch(`${server.host()}/health`)
  expect(await answer.json()).toEqual({ status: 'available' })
})

test('an index is created, listed, given a primary key and deleted', async () => {
  const client = server.connect()
  const created = await succeeded(client.createIndex('offers').waitTask())
  expect(created).toMatchObject({ type: 'indexCreation', indexUid: 'offers', details: { primaryKey: null } })
  expect(await client.getRawIndex('offers')).toMatchObject({ uid: 'offers', primaryKey: null })
  await succeeded(client.updateIndex('offers', { primaryKey: 'reference' }).waitTask())
  expect(await client.getRawIndexes()).toMatchObject({
    results: [{ uid: 'offers', primaryKey: 'reference' }],
    offset: 0,
    limit: 20,
    total: 1,
  })
  await succeeded(client.deleteIndex('offers').waitTask())
  expect(await refusal(client.getRawIndex('offers'))).toEqual({
    status: 404,
    code: 'index_not_found',
    message: 'Index `offers` not found.',
    type: 'invalid_request',
  })
})

test('creating an index twice and deleting one that is not there fail as tasks', async () => {
  const client = server.connect()
  await succeeded(client.createIndex('twice').waitTask())
  const again = await client.createIndex('twice').waitTask()
  expect(again).toMatchObject({
    status: 'failed',
    error: { code: 'index_already_exists', message: 'Index `twice` already exists.' },
  })
  const missing = await client.deleteIndex('nowhere').waitTask()
  expect(missing).toMatchObject({ status: 'failed', error: { code: 'index_not_found' } })
})

test('a name that is not allowed is refused at once', async () => {
  expect(await refusal(server.connect().createIndex('no spaces'))).toMatchObject({
    status: 400,
    code: 'invalid_index_uid',
  })
})

test('the primary key of an index with documents cannot be changed', async () => {
  const client = server.connect()
  await succeeded(
    client
      .index('fixed')
      .addDocuments([{ id: 1 }])
      .waitTask(),
  )
  const task = await client.updateIndex('fixed', { primaryKey: 'other' }).waitTask()
  expect(task).toMatchObject({ status: 'failed', error: { code: 'index_primary_key_already_exists' } })
})

test('swapping exchanges documents and settings of two indexes', async () => {
  const client = server.connect()
  await succeeded(
    client
      .index('live')
      .addDocuments([{ id: 1, title: 'old' }])
      .waitTask(),
  )
  await succeeded(
    client
      .index('next')
      .addDocuments([{ id: 2, title: 'new' }])
      .waitTask(),
  )
  await succeeded(client.index('next').updateStopWords(['the']).waitTask())
  await succeeded(client.swapIndexes([{ indexes: ['live', 'next'], rename: false }]).waitTask())
  expect((await client.index('live').search('new')).hits).toEqual([{ id: 2, title: 'new' }])
  expect((await client.index('next').search('old')).hits).toEqual([{ id: 1, title: 'old' }])
  expect(await client.index('live').getStopWords()).toEqual(['the'])
})

test('swapping with a missing index fails, and naming one twice is refused', async () => {
  const client = server.connect()
  const task = await client.swapIndexes([{ indexes: ['live', 'absent'], rename: false }]).waitTask()
  expect(task).toMatchObject({
    status: 'failed',
    error: { code: 'index_not_found', message: 'Index `absent` not found.' },
  })
  const twice = client.swapIndexes([{ indexes: ['live', 'live'], rename: false }])
  expect(await refusal(twice)).toMatchObject({ code: 'invalid_swap_duplicate_index_found' })
})

test('statistics count documents and fields', async () => {
  const client = server.connect()
  await succeeded(
    client
      .index('counted')
      .addDocuments([{ id: 1, title: 'a' }, { id: 2 }])
      .waitTask(),
  )
  const expected = { numberOfDocuments: 2, isIndexing: false, fieldDistribution: { id: 2, title: 1 } }
  expect(await client.index('counted').getStats()).toMatchObject(expected)
  expect((await client.getStats()).indexes['counted']).toMatchObject(expected)
})
