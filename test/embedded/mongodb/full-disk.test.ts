import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Collection, MongoClient, type MongoServerError } from 'mongodb'
import { startMongo } from '../../../server/embedded/mongodb/index.ts'
import { checkFolder } from '../../../server/embedded/mongodb/operations/check-folder.ts'

interface Crate {
  _id: string
  tags: string[]
  note: string
}

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-mongo-test-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

/** A server whose files may have so many blocks of 512 bytes: what is beyond fails as on a full disk. */
async function serve(blocks: number): Promise<{ child: ChildProcess; uri: string }> {
  const script = fileURLToPath(new URL('./serve.ts', import.meta.url))
  const command = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" --import tsx "$1" "$2"`
  const child = spawn('sh', ['-c', command, process.execPath, script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { child, uri: line.toString().trim() }
}

/** Fills the disk from several sides and goes on for a while; gives what was acknowledged, and the errors. */
async function fill(crates: Collection<Crate>): Promise<{ stored: string[]; errors: MongoServerError[] }> {
  const stored: string[] = []
  const errors: MongoServerError[] = []
  const write = async (writer: string) => {
    for (let at = 0, refused = 0; refused < 20; at++)
      try {
        const _id = `${writer}${at}`
        const note = 'n'.repeat(at % 5 === 0 ? 30_000 : 500)
        await crates.insertOne({ _id, tags: [writer, `t${at % 7}`, 'all'], note })
        stored.push(_id)
      } catch (error) {
        errors.push(error as MongoServerError)
        refused++
      }
  }
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(write))
  return { stored, errors }
}

test('a full disk refuses writes in a sentence, keeps reads, tears nothing, and takes writes again', async () => {
  const { child, uri } = await serve(10_000)
  const client = new MongoClient(uri)
  const crates = client.db('store').collection<Crate>('crates')
  await crates.createIndex({ tags: 1 })
  const { stored, errors } = await fill(crates)
  expect(errors).toHaveLength(100)
  for (const error of errors)
    expect(error).toMatchObject({
      code: 14031,
      codeName: 'OutOfDiskSpace',
      errmsg: expect.stringMatching(/^The disk has no room for the database: EFBIG/),
    })
  expect(stored.length).toBeGreaterThan(100)
  const ids = async (from: Collection<Crate>) => (await from.find().toArray()).map(({ _id }) => _id).sort()
  expect(await ids(crates)).toEqual([...stored].sort())
  expect(await crates.countDocuments({ tags: 'all' })).toBe(stored.length)
  await expect(
    crates.insertMany([...'xyz'].map((_id) => ({ _id, tags: [], note: 'n'.repeat(900_000) }))),
  ).rejects.toMatchObject({
    code: 14031,
  })
  expect(await client.db('store').command({ validate: 'crates' })).toMatchObject({ valid: true, errors: [] })
  await client.close()
  child.kill('SIGKILL')
  await once(child, 'exit')

  expect((await checkFolder(folder, () => undefined)).faults).toEqual([])
  const { uri: roomy, stop } = await startMongo({ folder })
  const again = new MongoClient(roomy)
  const there = again.db('store').collection<Crate>('crates')
  expect(await ids(there)).toEqual([...stored].sort())
  await there.insertOne({ _id: 'room', tags: ['all'], note: 'n'.repeat(3_000_000) })
  expect(await there.countDocuments({ tags: 'all' })).toBe(stored.length + 1)
  await again.close()
  await stop()
})
