import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { refusal, startServer, succeeded } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  const client = server.connect()
  await succeeded(
    client
      .index('open')
      .addDocuments([{ id: 1, title: 'pump' }])
      .waitTask(),
  )
  await succeeded(
    client
      .index('closed')
      .addDocuments([{ id: 1, title: 'pump' }])
      .waitTask(),
  )
})
afterAll(() => server.close())

test('requests without a key, or with a wrong one, are refused', async () => {
  const bare = await fetch(`${server.host()}/indexes`)
  expect(bare.status).toBe(401)
  expect(await bare.json()).toMatchObject({ code: 'missing_authorization_header', type: 'auth' })
  expect(await refusal(server.connect('wrong').getStats())).toMatchObject({
    status: 403,
    code: 'invalid_api_key',
  })
})

test('a search key searches its indexes and can do nothing else', async () => {
  const admin = server.connect()
  const created = await admin.createKey({
    actions: ['search'],
    indexes: ['open'],
    expiresAt: null,
    name: 'reader',
  })
  const reader = server.connect(created.key)
  expect((await reader.index('open').search('pump')).hits).toHaveLength(1)
  const forbidden = [
    reader.index('closed').search('pump'),
    reader.multiSearch({ queries: [{ indexUid: 'closed', q: 'pump' }] }),
    reader.index('open').addDocuments([{ id: 2 }]),
    reader.index('open').updateStopWords(['x']),
    reader.index('open').getDocuments(),
    reader.getKeys(),
    reader.tasks.getTasks(),
    reader.deleteIndex('open'),
  ]
  for (const request of forbidden)
    expect(await refusal(request)).toMatchObject({ status: 403, code: 'invalid_api_key' })
  await admin.deleteKey(created.key)
  expect(await refusal(reader.index('open').search('pump'))).toMatchObject({ code: 'invalid_api_key' })
})

test('actions by area and index patterns widen a key, and no further', async () => {
  const key = await server
    .connect()
    .createKey({ actions: ['documents.*', 'tasks.get'], indexes: ['draft-*'], expiresAt: null })
  const writer = server.connect(key.key)
  await succeeded(
    writer
      .index('draft-one')
      .addDocuments([{ id: 1 }])
      .waitTask(),
  )
  expect(await refusal(writer.index('open').addDocuments([{ id: 2 }]))).toMatchObject({
    code: 'invalid_api_key',
  })
  expect(await refusal(writer.index('draft-one').search(''))).toMatchObject({ code: 'invalid_api_key' })
  const { results } = await writer.tasks.getTasks()
  expect(new Set(results.map((task) => task.indexUid))).toEqual(new Set(['draft-one']))
})

test('a key that has expired is refused', async () => {
  const soon = new Date(Date.now() + 400)
  const key = await server.connect().createKey({ actions: ['*'], indexes: ['*'], expiresAt: soon })
  expect((await server.connect(key.key).getStats()).indexes).toHaveProperty('open')
  await new Promise((resolve) => setTimeout(resolve, soon.getTime() - Date.now() + 5))
  expect(await refusal(server.connect(key.key).getStats())).toMatchObject({ code: 'invalid_api_key' })
})

test('a new server has a search and an admin key; secrets follow from the master key', async () => {
  const client = server.connect()
  const { results } = await client.getKeys({ limit: 100 })
  const search = results.find((key) => key.name === 'Default Search API Key')!
  expect(search).toMatchObject({ actions: ['search'], indexes: ['*'], expiresAt: null })
  expect(results.find((key) => key.name === 'Default Admin API Key')).toMatchObject({ actions: ['*'] })
  expect((await server.connect(search.key).index('open').search('pump')).hits).toHaveLength(1)
  const { createHmac } = await import('node:crypto')
  expect(search.key).toBe(createHmac('sha256', 'a-master-key').update(search.uid).digest('hex'))
})

test('besides there are keys to read everything and to chat; a time is shown without empty fractions', async () => {
  const client = server.connect()
  const { results } = await client.getKeys({ limit: 100 })
  const reading = results.find((key) => key.name === 'Default Read-Only Admin API Key')!
  const reader = server.connect(reading.key)
  expect((await reader.index('open').getDocuments()).results).toEqual([{ id: 1, title: 'pump' }])
  expect(await refusal(reader.index('open').addDocuments([{ id: 2 }]))).toMatchObject({ status: 403 })
  expect(results.find((key) => key.name === 'Default Chat API Key')).toBeDefined()
  const expiresAt = new Date('2050-11-13T00:00:00Z')
  const key = await client.createKey({ actions: ['search'], indexes: ['*'], expiresAt })
  expect(key.expiresAt).toBe('2050-11-13T00:00:00Z')
})

test('of a key only name and description can be changed', async () => {
  const client = server.connect()
  const key = await client.createKey({ actions: ['search'], indexes: ['*'], expiresAt: null })
  expect(await client.updateKey(key.uid, { description: 'for the site' })).toMatchObject({
    description: 'for the site',
  })
  const widened = client.updateKey(key.uid, { actions: ['*'] } as object)
  expect(await refusal(widened)).toMatchObject({ code: 'immutable_api_key_actions' })
  expect(await refusal(client.getKey('unknown'))).toMatchObject({ status: 404, code: 'api_key_not_found' })
  const misspelt = client.createKey({ actions: ['serach'], indexes: ['*'], expiresAt: null } as never)
  expect(await refusal(misspelt)).toMatchObject({ code: 'invalid_api_key_actions' })
})
