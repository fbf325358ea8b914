import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { createConnection, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { deserialize, serialize } from 'bson'
import fc from 'fast-check'
import { run, type Running } from './running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

function socketPath(): string {
  return decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(mongo.uri)?.[1] ?? '')
}

/** A message with one document; `length` may lie about its size. */
function message(body: object | Buffer, { flags = 0, operation = 2013, length = 0 } = {}): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(serialize(body))
  const header = Buffer.alloc(21)
  header.writeInt32LE(length || 21 + bytes.length, 0)
  header.writeInt32LE(7, 4)
  header.writeInt32LE(operation, 12)
  header.writeUInt32LE(flags, 16)
  return Buffer.concat([header, bytes])
}

function connect(): Socket {
  return createConnection(socketPath()).on('error', () => undefined)
}

/** The document that comes back; `undefined` where the server hangs up. */
async function ask(...parts: Buffer[]): Promise<Record<string, unknown> | undefined> {
  const socket = connect()
  for (const part of parts) {
    socket.write(part)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const answer = once(socket, 'data').then(([bytes]: Buffer[]) => deserialize((bytes as Buffer).subarray(21)))
  const closed = once(socket, 'close').then(() => undefined)
  const result = await Promise.race([answer, closed])
  socket.destroy()
  return result
}

const ping = { ping: 1, $db: 'admin' }

/** `{ a: { a: ... } }`, so deep. */
function nested(depth: number): Buffer {
  let bytes = Buffer.from(serialize({}))
  for (let level = 1; level < depth; level++) {
    const outer = Buffer.alloc(8 + bytes.length)
    outer.writeInt32LE(outer.length, 0)
    outer.write('\x03a\0', 4, 'latin1')
    bytes.copy(outer, 7)
    bytes = outer
  }
  return bytes
}

test('the socket is private to the user', async () => {
  expect((await stat(dirname(socketPath()))).mode & 0o777).toBe(0o700)
})

test('a message is answered however it is cut', async () => {
  const whole = message(ping)
  expect(await ask(whole)).toMatchObject({ ok: 1 })
  expect(await ask(whole.subarray(0, 3), whole.subarray(3, 20), whole.subarray(20))).toMatchObject({ ok: 1 })
})

test('a checksum is passed over, documents in a section of their own are taken', async () => {
  const withSum = Buffer.concat([message(ping, { flags: 1 }), Buffer.from([1, 2, 3, 4])])
  withSum.writeInt32LE(withSum.length, 0)
  expect(await ask(withSum)).toMatchObject({ ok: 1 })

  const documents = Buffer.concat([serialize({ _id: 1 }), serialize({ _id: 2 })])
  const section = Buffer.alloc(5)
  section[0] = 1
  section.writeInt32LE(4 + 'documents\0'.length + documents.length, 1)
  const whole = Buffer.concat([
    message({ insert: 'cut', $db: 'test' }),
    section,
    Buffer.from('documents\0'),
    documents,
  ])
  whole.writeInt32LE(whole.length, 0)
  expect(await ask(whole)).toMatchObject({ ok: 1, n: 2 })
})

test.each([
  ['a length below a header', message(ping, { length: 4 })],
  ['a length above 48 MB', message(ping, { length: 48_000_001 })],
  ['an unknown operation', message(ping, { operation: 2010 })],
  ['a required flag that is unknown', message(ping, { flags: 4 })],
  ['no section', message(ping).subarray(0, 20).fill(20, 0, 1)],
])('%s ends the connection', async (_, bytes) => {
  expect(await ask(bytes)).toBeUndefined()
})

test.each([
  ['a document that is too deep', message(nested(201)), 15],
  ['a string without an end', message(Buffer.from('\x10\0\0\0\x02a\0\x04\0\0\0abcd\0', 'latin1')), 22],
  ['a document longer than its message', message(Buffer.from('\x40\0\0\0\x0aping\0\0', 'latin1')), 22],
  ['a type that there is not', message(Buffer.from('\x08\0\0\0\x14a\0\0', 'latin1')), 22],
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

test('no mutation of a message brings the server down', async () => {
  const sample = message({
    find: 'things',
    filter: { a: { $in: [1, 'x', /y/i, null] }, b: { $gt: new Date(0) } },
    sort: { a: 1 },
    projection: { a: 1 },
    $db: 'test',
  })
  const change = fc.record({ at: fc.nat(sample.length - 1), byte: fc.nat(255) })
  const mutation = fc.record({
    changes: fc.array(change, { minLength: 1, maxLength: 6 }),
    cut: fc.nat(sample.length),
  })
  await fc.assert(
    fc.asyncProperty(mutation, async ({ changes, cut }) => {
      const bytes = Buffer.from(sample)
      for (const { at, byte } of changes) bytes[at] = byte
      const socket = connect()
      socket.resume().end(cut % 4 === 0 ? bytes.subarray(0, cut) : bytes)
      await once(socket, 'close')
    }),
    { numRuns: 400 },
  )
  expect(await mongo.db.command({ ping: 1 })).toEqual({ ok: 1 })
})
