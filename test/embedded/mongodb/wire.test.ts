import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { serialize } from 'bson'
import { crc32c } from '../../../server/embedded/mongodb/wire/crc32c.ts'
import { askAt, message, nested, sections, sequence, socketPathOf } from './raw.ts'
import { run, type Running } from './running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

const ask = (...parts: Buffer[]) => askAt(mongo.uri, ...parts)

const ping = { ping: 1, $db: 'admin' }

test('the socket is private to the user', async () => {
  expect((await stat(dirname(socketPathOf(mongo.uri)))).mode & 0o777).toBe(0o700)
})

test('a message is answered however it is cut', async () => {
  const whole = message(ping)
  expect(await ask(whole)).toMatchObject({ ok: 1 })
  expect(await ask(whole.subarray(0, 3), whole.subarray(3, 20), whole.subarray(20))).toMatchObject({ ok: 1 })
})

test('the checksum is that of RFC 3720', () => {
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283)
  expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa)
})

test('a checksum that fits is taken, another ends the connection', async () => {
  const withSum = Buffer.concat([message(ping, { flags: 1, length: 55 }), Buffer.of(0x0b, 0x1b, 0xb5, 0x0f)])
  expect(withSum).toHaveLength(55)
  expect(await ask(withSum)).toMatchObject({ ok: 1 })
  withSum.writeInt8(0, 54)
  expect(await ask(withSum)).toBeUndefined()
})

test('documents in a section of their own are taken', async () => {
  const documents = sequence('documents', { _id: 1 }, { _id: 2 })
  expect(await ask(sections(message({ insert: 'cut', $db: 'test' }), documents))).toMatchObject({
    ok: 1,
    n: 2,
  })
  const one = message({ insert: 'cut', documents: [{ _id: 3 }], $db: 'test' })
  expect(await ask(sections(one, documents))).toMatchObject({ ok: 0, code: 40433 })
  const twice = sections(message({ insert: 'cut', $db: 'test' }), documents, documents)
  expect(await ask(twice)).toMatchObject({ ok: 0, code: 40431 })
  const bodies = Buffer.concat([Buffer.of(0), serialize(ping)])
  expect(await ask(sections(message(ping), bodies))).toMatchObject({ ok: 0, code: 40430 })
  expect(await ask(sections(message(ping), Buffer.concat([Buffer.of(2), serialize({})])))).toMatchObject({
    code: 13,
  })
  expect(await ask(sections(message(ping), Buffer.of(7)))).toMatchObject({ code: 40432 })
  expect(await mongo.db.collection('cut').countDocuments()).toBe(2)
})

test('a sequence whose length lies is refused', async () => {
  const documents = sequence('documents', { _id: 8 })
  for (const length of [-1, 0, 3, 4, 13, documents.length, documents.length + 40, 2 ** 31 - 1]) {
    const lying = Buffer.from(documents)
    lying.writeInt32LE(length, 1)
    const reply = await ask(sections(message({ insert: 'lies', $db: 'test' }), lying))
    expect(reply === undefined || reply.ok === 0).toBe(true)
  }
  expect(await mongo.db.collection('lies').countDocuments()).toBe(0)
})

test.each([
  ['a length below a header', message(ping, { length: 4 })],
  ['a length above 48 MB', message(ping, { length: 48_000_001 })],
  ['an unknown operation', message(ping, { operation: 2010 })],
  ['a required flag that is unknown', message(ping, { flags: 4 })],
  ['a compressed message, which nobody agreed on', message(ping, { operation: 2012 })],
])('%s ends the connection', async (_, bytes) => {
  expect(await ask(bytes)).toBeUndefined()
})

test.each([
  ['a document that is too deep', message(nested(201)), 15],
  ['a string without an end', message(Buffer.from('\x10\0\0\0\x02a\0\x04\0\0\0abcd\0', 'latin1')), 22],
  ['a document longer than its message', message(Buffer.from('\x40\0\0\0\x0aping\0\0', 'latin1')), 22],
  ['a type that there is not', message(Buffer.from('\x08\0\0\0\x14a\0\0', 'latin1')), 22],
  ['a string that is no UTF-8', message(Buffer.from('\x0e\0\0\0\x02a\0\x02\0\0\0\xff\0\0', 'latin1')), 22],
  [
    'an array longer than its document',
    message(Buffer.from('\x0d\0\0\0\x04a\0\x50\0\0\0\0\0', 'latin1')),
    22,
  ],
  [
    'a binary longer than its document',
    message(Buffer.from('\x0e\0\0\0\x05a\0\x50\0\0\0\0a\0', 'latin1')),
    22,
  ],
  ['a message without a body', message(Buffer.alloc(0), { length: 20 }).subarray(0, 20), 40587],
  ['a header without flags', message(ping, { length: 16 }).subarray(0, 16), 22],
  ['a command without a database', message({ ping: 1 }), 40571],
])('%s is answered with an error', async (_, bytes, code) => {
  expect(await ask(bytes)).toMatchObject({ ok: 0, code })
})

test('a depth of 200 is taken', async () => {
  expect(await ask(message(nested(200)))).toMatchObject({ ok: 0, code: 59 })
})

test('a client that wants no answer gets none', async () => {
  const quiet = message({ insert: 'quiet', documents: [{ _id: 1 }], $db: 'test' }, { flags: 2 })
  expect(await ask(Buffer.concat([quiet, message(ping)]))).toEqual({ ok: 1 })
  expect(await mongo.db.collection('quiet').countDocuments()).toBe(1)
})
