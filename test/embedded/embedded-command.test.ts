import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Meilisearch } from 'meilisearch'
import { MongoClient } from 'mongodb'

let folder: string
const running = new Set<ChildProcess>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-embedded-'))
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/embedded.ts'], {
    env: { PATH: process.env.PATH, DATA_DIR: folder, ...env },
  })
  running.add(child)
  const said = { output: '', errors: '' }
  child.stderr?.on('data', (chunk: Buffer) => (said.errors += chunk.toString()))
  const printed = new Promise<void>((done) =>
    child.stdout?.on('data', (chunk: Buffer) => {
      said.output += chunk.toString()
      if (said.output.includes('\n')) done()
    }),
  )
  const ended = new Promise<number | null>((done) => child.once('close', done))
  void ended.then(() => running.delete(child))
  return { child, said, printed, ended }
}

test('it prints one line by which other tools reach both, keeps to one process, and stops on a signal', async () => {
  const { child, said, printed, ended } = run({ MEILI_API_KEY: 'a key of our own' })
  await printed
  const { mongodb, meilisearch } = JSON.parse(said.output)
  expect(meilisearch.apiKey).toBe('a key of our own')

  const client = await MongoClient.connect(mongodb)
  await client.db('concord').collection<{ _id: string }>('notes').insertOne({ _id: 'kept' })
  expect(await client.db('concord').collection('notes').countDocuments()).toBe(1)
  await client.close()
  expect((await new Meilisearch(meilisearch).health()).status).toBe('available')

  const second = run({})
  expect(await second.ended).toBe(1)
  expect(second.said.errors).toBe(`The data folder ${folder} is in use by another process\n`)

  child.kill('SIGTERM')
  expect(await ended).toBe(0)
}, 60_000)

test('a setting that can’t be used is one clear line', async () => {
  const { ended, said } = run({ LOG_LEVEL: 'loud' })
  expect(await ended).toBe(1)
  expect(said.errors).toMatch(/^The setting LOG_LEVEL can't be used: [^\n]+\n$/)
  expect(said.output).toBe('')
})
