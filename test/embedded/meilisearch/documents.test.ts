import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { fill, idsOf, refusal, startServer, succeeded } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('adding replaces a document, updating merges its fields', async () => {
  const index = server.connect().index('merged')
  await succeeded(index.addDocuments([{ id: 1, title: 'pump', country: 'KEN' }]).waitTask())
  await succeeded(index.updateDocuments([{ id: 1, title: 'water pump' }]).waitTask())
  expect(await index.getDocument(1)).toEqual({ id: 1, title: 'water pump', country: 'KEN' })
  await succeeded(index.addDocuments([{ id: 1, title: 'filter' }]).waitTask())
  expect(await index.getDocument(1)).toEqual({ id: 1, title: 'filter' })
  expect(idsOf(await index.search('pump'))).toEqual([])
  expect(idsOf(await index.search('filter'))).toEqual([1])
})

test('a replaced document leaves its former filter values, facets and order behind', async () => {
  const settings = { filterableAttributes: ['country', 'amount'], sortableAttributes: ['amount'] }
  const documents = [
    { id: 1, country: 'KEN', amount: 5 },
    { id: 2, country: 'PER', amount: 3 },
  ]
  const index = await fill(server.connect(), 'revised', settings, documents)
  await succeeded(index.addDocuments([{ id: 1, country: 'UGA', amount: 1 }]).waitTask())
  expect(idsOf(await index.search('', { filter: 'country = KEN' }))).toEqual([])
  expect(idsOf(await index.search('', { filter: 'amount > 2' }))).toEqual([2])
  expect(idsOf(await index.search('', { sort: ['amount:desc'] }))).toEqual([2, 1])
  expect((await index.search('', { facets: ['country'] })).facetDistribution).toEqual({
    country: { PER: 1, UGA: 1 },
  })
})

test('documents are deleted one by one, in a batch, by filter and all together', async () => {
  const documents = Array.from({ length: 9 }, (_, place) => ({ id: place + 1, even: place % 2 === 1 }))
  const index = await fill(server.connect(), 'shrinking', { filterableAttributes: ['even'] }, documents)
  const one = await succeeded(index.deleteDocument(1).waitTask())
  expect(one.details).toEqual({ providedIds: 1, deletedDocuments: 1, originalFilter: null })
  const some = await succeeded(index.deleteDocuments([2, 3, 77]).waitTask())
  expect(some.details).toEqual({ providedIds: 3, deletedDocuments: 2, originalFilter: null })
  const even = await succeeded(index.deleteDocuments({ filter: 'even = true' }).waitTask())
  expect(even.details).toEqual({ providedIds: 0, deletedDocuments: 3, originalFilter: '"even = true"' })
  expect(idsOf(await index.search(''))).toEqual([5, 7, 9])
  await succeeded(index.deleteAllDocuments().waitTask())
  expect(await index.getDocuments()).toEqual({ results: [], offset: 0, limit: 20, total: 0 })
})

test('deleting by a filter on a field that is not filterable fails as a task', async () => {
  const index = await fill(server.connect(), 'unfiltered', {}, [{ id: 1 }])
  const task = await index.deleteDocuments({ filter: 'colour = red' }).waitTask()
  expect(task).toMatchObject({ status: 'failed', error: { code: 'invalid_document_filter' } })
})

test('documents are listed with offset, fields, ids, filter and sort', async () => {
  const documents = [3, 1, 2].map((id) => ({ id, amount: id * 10, title: `number ${id}` }))
  const settings = { filterableAttributes: ['amount'], sortableAttributes: ['amount'] }
  const index = await fill(server.connect(), 'listed', settings, documents)
  expect(await index.getDocuments({ limit: 1, offset: 1, fields: ['id', 'amount'] })).toEqual({
    results: [{ id: 1, amount: 10 }],
    offset: 1,
    limit: 1,
    total: 3,
  })
  const sorted = await index.getDocuments({ filter: 'amount >= 20', sort: ['amount:asc'], fields: ['id'] })
  expect(sorted).toMatchObject({ results: [{ id: 2 }, { id: 3 }], total: 2 })
  expect((await index.getDocuments({ ids: [1, 9], fields: ['id'] })).results).toEqual([{ id: 1 }])
  expect(await index.getDocument(2, { fields: ['title'] })).toEqual({ title: 'number 2' })
  expect(await refusal(index.getDocument(99))).toMatchObject({
    status: 404,
    code: 'document_not_found',
    message: 'Document `99` not found.',
  })
})

test('the number of a deleted document is used again without its words', async () => {
  const index = await fill(server.connect(), 'gaps', {}, [
    { id: 1, title: 'apple' },
    { id: 2, title: 'pear' },
  ])
  await succeeded(index.deleteDocument(1).waitTask())
  await succeeded(index.addDocuments([{ id: 3, title: 'cherry' }]).waitTask())
  expect(idsOf(await index.search('apple'))).toEqual([])
  expect(idsOf(await index.search('cherry'))).toEqual([3])
  expect(idsOf(await index.search('pear'))).toEqual([2])
})

describe('primary keys', () => {
  const cases: [string, object[], string][] = [
    ['no field that ends in id', [{ title: 'x' }], 'index_primary_key_no_candidate_found'],
    ['two fields that end in id', [{ offerId: 1, needId: 2 }], 'index_primary_key_multiple_candidates_found'],
    ['an id with a space', [{ id: 'a b' }], 'invalid_document_id'],
    ['a fractional id', [{ id: 1.5 }], 'invalid_document_id'],
    ['an id of 512 letters', [{ id: 'a'.repeat(512) }], 'invalid_document_id'],
    ['a document without its id', [{ id: 1 }, { title: 'x' }], 'missing_document_id'],
  ]
  test.each(cases)('%s fails and adds nothing', async (name, documents, code) => {
    const index = server.connect().index(name.replaceAll(' ', '-'))
    const task = await index.addDocuments(documents as Record<string, unknown>[]).waitTask()
    expect(task).toMatchObject({ status: 'failed', error: { code }, details: { indexedDocuments: 0 } })
    expect((await index.getDocuments()).total).toBe(0)
  })

  test('a bad document fails its own task and not the one queued with it', async () => {
    const index = server.connect().index('mixed')
    const [bad, good] = [index.addDocuments([{ id: 1 }, { id: '!' }]), index.addDocuments([{ id: 2 }])]
    expect((await bad.waitTask()).status).toBe('failed')
    expect((await good.waitTask()).status).toBe('succeeded')
    expect(idsOf(await index.search(''))).toEqual([2])
  })

  test('an id of 511 letters and the same number as text and as number name one document each', async () => {
    const index = server.connect().index('ids')
    await succeeded(
      index
        .addDocuments([{ id: 'a'.repeat(511) }, { id: 7, title: 'number' }, { id: '7', title: 'text' }])
        .waitTask(),
    )
    expect((await index.getDocuments()).total).toBe(2)
    expect(await index.getDocument('7')).toEqual({ id: '7', title: 'text' })
  })
})

test('lines of JSON are read, broken JSON is refused', async () => {
  const index = server.connect().index('lines')
  await succeeded(index.addDocumentsFromString('{"id":1}\n{"id":2}\n', 'application/x-ndjson').waitTask())
  expect((await index.getDocuments()).total).toBe(2)
  const broken = index.addDocumentsFromString('[{"id":', 'application/json')
  expect(await refusal(broken)).toMatchObject({ status: 400, code: 'malformed_payload' })
})

test('a table is read by the types of its columns', async () => {
  const index = server.connect().index('table')
  const table = 'id:number;title;open:boolean;odd:name\n1;"pump; solar";true;x\n2;"a ""big"" one";;\n'
  await succeeded(
    index.addDocumentsFromString(table, 'text/csv', { primaryKey: 'id', csvDelimiter: ';' }).waitTask(),
  )
  expect((await index.getDocuments()).results).toEqual([
    { id: 1, title: 'pump; solar', open: true, 'odd:name': 'x' },
    { id: 2, title: 'a "big" one', open: null, 'odd:name': null },
  ])
  const wrong = index.addDocumentsFromString('id:number\nmany\n', 'text/csv')
  expect(await refusal(wrong)).toMatchObject({
    code: 'malformed_payload',
    message: 'The `csv` payload provided is malformed: `Error parsing number "many" at line: 1`.',
  })
  const misplaced = index.addDocuments([{ id: 1 }], { csvDelimiter: ';' } as object)
  expect(await refusal(misplaced)).toMatchObject({ status: 415, code: 'invalid_content_type' })
})

test('a deletion by filter is checked at once, and by its index when it is done', async () => {
  const index = server.connect().index('unfiltered')
  await succeeded(index.addDocuments([{ id: 1 }]).waitTask())
  expect(await refusal(index.deleteDocuments({ filter: '' }))).toMatchObject({
    code: 'invalid_document_filter',
    message: 'Sending an empty filter is forbidden.',
  })
  expect(await refusal(index.deleteDocuments({ filter: 'id =' }))).toMatchObject({
    code: 'invalid_document_filter',
  })
  const task = await index.deleteDocuments({ filter: 'id = 1' }).waitTask()
  expect(task).toMatchObject({
    status: 'failed',
    details: { deletedDocuments: 0, originalFilter: '"id = 1"' },
    error: {
      code: 'invalid_document_filter',
      message:
        'Index `unfiltered`: Attribute `id` is not filterable. This index does not have configured filterable attributes.\n1:3 id = 1',
    },
  })
})

test('vectors are shown where they are asked for: none but those that came with a document', async () => {
  const index = server.connect().index('vectors')
  await succeeded(index.addDocuments([{ id: 1, title: 'pump' }]).waitTask())
  expect((await index.getDocuments({ retrieveVectors: true })).results).toEqual([
    { id: 1, title: 'pump', _vectors: {} },
  ])
  expect((await index.search('pump', { retrieveVectors: true })).hits[0]).toHaveProperty('_vectors', {})
  expect((await index.search('pump')).hits[0]).not.toHaveProperty('_vectors')
})
