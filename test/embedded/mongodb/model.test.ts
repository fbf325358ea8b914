import fc from 'fast-check'
import type { Collection } from 'mongodb'
import { run, type Running } from './running.ts'

interface Item {
  _id: number
  /** of a unique sparse index */
  code?: number
  tags: number[]
}

/** What the collection holds, by id, kept by the plainest means. */
type Model = Map<number, Item>

/** Does the same to the server and to the model; where the server refuses a double, the model must know of one. */
type Operation = (server: Running, model: Model) => Promise<void>

let server: Running
beforeAll(async () => {
  server = await run()
})
afterAll(() => server.stop())

const items = (from: Running): Collection<Item> => from.db.collection<Item>('items')
const isTaken = (model: Model, code: number | undefined, id: number): boolean =>
  code !== undefined && [...model.values()].some((item) => item.code === code && item._id !== id)

/** Runs the act and says whether it was refused as a double. */
async function isRefused(act: Promise<unknown>): Promise<boolean> {
  try {
    await act
    return false
  } catch (error) {
    expect(error).toMatchObject({ code: 11000 })
    return true
  }
}

const insert =
  (item: Item): Operation =>
  async (on, model) => {
    const isDouble = model.has(item._id) || isTaken(model, item.code, item._id)
    expect(await isRefused(items(on).insertOne({ ...item }))).toBe(isDouble)
    if (!isDouble) model.set(item._id, item)
  }

const setCode =
  (id: number, code: number): Operation =>
  async (on, model) => {
    const item = model.get(id)
    const isDouble = item !== undefined && isTaken(model, code, id)
    expect(await isRefused(items(on).updateOne({ _id: id }, { $set: { code } }))).toBe(isDouble)
    if (item && !isDouble) item.code = code
  }

const replace =
  ({ _id, ...rest }: Item): Operation =>
  async (on, model) => {
    const isDouble = isTaken(model, rest.code, _id)
    expect(await isRefused(items(on).replaceOne({ _id }, { ...rest }, { upsert: true }))).toBe(isDouble)
    if (!isDouble) model.set(_id, { _id, ...rest })
  }

const pushTag =
  (where: number, tag: number): Operation =>
  async (on, model) => {
    const found = [...model.values()].filter(({ tags }) => tags.includes(where))
    const { modifiedCount } = await items(on).updateMany({ tags: where }, { $push: { tags: tag } })
    expect(modifiedCount).toBe(found.length)
    for (const item of found) item.tags = [...item.tags, tag]
  }

const takeCode =
  (above: number): Operation =>
  async (on, model) => {
    const [first] = [...model.values()]
      .filter(({ code = -1 }) => code > above)
      .sort((a, b) => b.code! - a.code!)
    const options = { sort: { code: -1 }, returnDocument: 'before' } as const
    const taken = await items(on).findOneAndUpdate({ code: { $gt: above } }, { $unset: { code: 1 } }, options)
    expect(taken).toEqual(first ?? null)
    delete first?.code
  }

const remove =
  (tag: number): Operation =>
  async (on, model) => {
    const found = [...model.values()].filter(({ tags }) => tags.length > 0 && tags.every((one) => one >= tag))
    const filter = { tags: { $not: { $lt: tag }, $ne: [] as never } }
    expect((await items(on).deleteMany(filter)).deletedCount).toBe(found.length)
    for (const { _id } of found) model.delete(_id)
  }

const restart: Operation = (on) => on.restart()
const index: Operation = async (on) => void (await items(on).createIndex({ tags: 1, code: -1 }))
const dropIndex: Operation = async (on) => {
  await items(on).createIndex({ tags: 1, code: -1 })
  await items(on).dropIndex('tags_1_code_-1')
}

const id = fc.integer({ min: 1, max: 12 })
const small = fc.integer({ min: 0, max: 6 })
const item = fc.record(
  { _id: id, code: small, tags: fc.array(small, { maxLength: 3 }) },
  { requiredKeys: ['_id', 'tags'] },
)
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 8, arbitrary: item.map(insert) },
  { weight: 4, arbitrary: fc.tuple(id, small).map(([of, code]) => setCode(of, code)) },
  { weight: 4, arbitrary: item.map(replace) },
  { weight: 4, arbitrary: fc.tuple(small, small).map(([where, tag]) => pushTag(where, tag)) },
  { weight: 3, arbitrary: small.map(takeCode) },
  { weight: 1, arbitrary: small.map(remove) },
  { weight: 1, arbitrary: fc.constantFrom(index, dropIndex) },
  { weight: 1, arbitrary: fc.constant(restart) },
)

test('after any operations and restarts the collection holds what a model in memory holds', async () => {
  const runs = fc.asyncProperty(fc.array(operation, { minLength: 30, maxLength: 90 }), async (operations) => {
    const model: Model = new Map()
    await server.db.dropDatabase()
    await items(server).createIndex({ code: 1 }, { unique: true, sparse: true, name: 'codes' })
    for (const act of operations) await act(server, model)
    const expected = [...model.values()].sort((a, b) => a._id - b._id)
    expect(await items(server).find().sort({ _id: 1 }).toArray()).toEqual(expected)
    expect((await server.db.command({ validate: 'items' })).valid).toBe(true)
  })
  await fc.assert(runs, { numRuns: 8 })
}, 120_000)
