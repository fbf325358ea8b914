import MongoStore from 'connect-mongo'
import type { SessionData } from 'express-session'
import mongoose, { type Connection, Schema } from 'mongoose'
import { run, type Running } from './running.ts'

let mongo: Running
let connection: Connection

beforeAll(async () => {
  mongo = await run()
  connection = await mongoose.createConnection(mongo.uri, { dbName: 'house' }).asPromise()
})

afterAll(async () => {
  await connection.close()
  await mongo.stop()
})

const personSchema = new Schema(
  {
    name: { type: String, unique: true },
    age: Number,
    tags: [String],
    address: { city: String },
    office: { type: Schema.Types.ObjectId, ref: 'Office' },
    born: Date,
    notes: Map,
  },
  { timestamps: true },
)

test('a Mongoose model saves, finds, populates, changes and removes', async () => {
  const Office = connection.model('Office', new Schema({ city: String }))
  const Person = connection.model('Person', personSchema)
  await Person.init()
  const nairobi = await Office.create({ city: 'Nairobi' })
  const amina = await Person.create({
    name: 'Amina',
    age: 41,
    tags: ['water'],
    office: nairobi._id,
    born: new Date(0),
  })
  await Person.insertMany([
    { name: 'Luis', age: 30, tags: ['health', 'water'] },
    { name: 'Mei', age: 52.5, address: { city: 'Lima' } },
  ])

  const found = await Person.findOne({ name: 'Amina' })
    .populate<{ office: { city: string } }>('office')
    .lean()
  expect(found?.office.city).toBe('Nairobi')
  expect(await Person.find({ tags: 'water' }).sort('-age').distinct('name')).toEqual(['Amina', 'Luis'])
  expect(
    await Person.find({ age: { $gt: 35 } })
      .sort('age')
      .lean(),
  ).toMatchObject([{ name: 'Amina' }, { name: 'Mei' }])
  expect(await Person.countDocuments({ tags: { $in: ['health'] } })).toBe(1)
  expect(await Person.exists({ 'address.city': 'Lima' })).not.toBeNull()

  amina.tags.push('soil')
  amina.set('address.city', 'Kisumu')
  await amina.save()
  expect(await Person.findById(amina._id).lean()).toMatchObject({
    tags: ['water', 'soil'],
    address: { city: 'Kisumu' },
  })
  await expect(Person.create({ name: 'Luis' })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { name: 1 },
    keyValue: { name: 'Luis' },
    message: 'E11000 duplicate key error collection: house.people index: name_1 dup key: { name: "Luis" }',
  })
  const result = await Person.bulkWrite([
    { updateOne: { filter: { name: 'Mei' }, update: { $inc: { age: 1 } } } },
    { insertOne: { document: { name: 'Noor' } } },
    { deleteOne: { filter: { name: 'Luis' } } },
  ])
  expect(result).toMatchObject({ modifiedCount: 1, insertedCount: 1, deletedCount: 1 })
  expect(await Person.find().sort('name').distinct('name')).toEqual(['Amina', 'Mei', 'Noor'])
})

test('a lease is taken by one of many who ask at once', async () => {
  const jobs = connection.collection<{ _id: number; due: boolean; lease?: { by: number; until: Date } }>(
    'jobs',
  )
  await jobs.insertOne({ _id: 1, due: true })
  const now = new Date('2026-03-01T12:00:00Z')
  const until = new Date('2026-03-01T12:01:00Z')
  const take = (by: number, at: Date) =>
    jobs.findOneAndUpdate(
      { _id: 1, due: true, $or: [{ lease: { $exists: false } }, { 'lease.until': { $lt: at } }] },
      { $set: { lease: { by, until } } },
      { returnDocument: 'after' },
    )
  const taken = await Promise.all(Array.from({ length: 20 }, (_, by) => take(by, now)))
  expect(taken.filter((job) => job !== null)).toHaveLength(1)
  expect(await take(50, new Date('2026-03-01T12:00:59Z'))).toBeNull()
  expect(await take(99, new Date('2026-03-01T12:02:00Z'))).toMatchObject({ lease: { by: 99 } })
})

test('connect-mongo keeps sessions', async () => {
  const store = MongoStore.create({
    client: connection.getClient() as never,
    dbName: 'house',
    stringify: false,
  })
  const call = <T>(act: (done: (error: unknown, result?: T | null) => void) => void) =>
    new Promise<T | null | undefined>((resolve, reject) =>
      act((error, result) => (error ? reject(error) : resolve(result))),
    )
  const session = { cookie: { originalMaxAge: 60_000 }, account: 'amina' } as unknown as SessionData
  await call((done) => store.set('one', session, done))
  expect(await call<SessionData>((done) => store.get('one', done))).toMatchObject({ account: 'amina' })
  await call((done) => store.touch('one', session, done))
  expect(await call<number>((done) => store.length(done))).toBe(1)
  await call((done) => store.destroy('one', done))
  expect(await call<SessionData>((done) => store.get('one', done))).toBeNull()
  const indexes = await connection.collection('sessions').indexes()
  expect(indexes).toContainEqual(expect.objectContaining({ key: { expires: 1 }, expireAfterSeconds: 0 }))
})
