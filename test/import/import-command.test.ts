import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string
const running = new Set<ChildProcess>()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-import-'))
})
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/import.ts', ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' },
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

async function run(...args: string[]) {
  const child = start(...args)
  const said = { output: '', errors: '' }
  child.stdout?.on('data', (chunk: Buffer) => (said.output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (said.errors += chunk.toString()))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, ...said, last: said.output.trim().split('\n').at(-1) ?? '' }
}

const activity = (id: number, change: object = {}): string =>
  JSON.stringify({
    id,
    agency: 'FAO',
    name: `Drip irrigation for onion growers in valley ${id}`,
    description: null,
    start: '2026-01-01',
    end: '2031-12-31',
    outcome: 'Smallholders earn more with less water',
    required: 1_000,
    available: 100,
    countries: [{ iso3: 'SEN', name: 'Senegal' }],
    ...change,
  })

async function file(...lines: (string | Buffer)[]): Promise<string> {
  const path = join(folder, 'activities.jsonl')
  await writeFile(path, Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')])))
  return path
}

test('broken lines are named and no good one is lost; a second run doubles nothing', async () => {
  const lines = [
    activity(1),
    '{"id": 2, "agen',
    '',
    Buffer.from([0x7b, 0xff, 0x7d]),
    activity(5, { end: 'soon' }),
    activity(6),
    activity(6),
  ]
  const path = await file(...lines)

  const first = await run('un-info', path)
  expect(JSON.parse(first.last)).toEqual({ lines: 7, imported: 2, skipped: 1, rejected: 4 })
  expect(first.errors).toContain('line 2: not JSON\n')
  expect(first.errors).toContain('line 3: empty\n')
  expect(first.errors).toContain('line 4: not UTF-8\n')
  expect(first.errors).toMatch(/^line 5: end: /m)
  expect(first.code).toBe(0)

  const second = await run('un-info', path)
  expect(JSON.parse(second.last)).toEqual({ lines: 7, imported: 0, skipped: 3, rejected: 4 })

  const changed = await run('un-info', await file(activity(1, { available: 900 }), activity(6)))
  expect(JSON.parse(changed.last)).toEqual({ lines: 2, imported: 1, skipped: 1, rejected: 0 })
}, 60_000)

test('an import that was killed is completed by the next', async () => {
  const count = 1_500
  const path = await file(...Array.from({ length: count }, (_, id) => activity(id)))
  const killed = start('un-info', path)
  await new Promise<void>((done) => {
    killed.stderr?.on('data', (chunk: Buffer) => {
      if (/lines read|postings processed/.test(chunk.toString())) done()
    })
  })
  killed.kill('SIGKILL')

  const again = await run('un-info', path)
  const { lines, imported, skipped, rejected } = JSON.parse(again.last) as Record<string, number>
  expect([lines, rejected]).toEqual([count, 0])
  expect((imported ?? 0) + (skipped ?? 0)).toBe(count)

  const third = await run('un-info', path)
  expect(JSON.parse(third.last)).toEqual({ lines: count, imported: 0, skipped: count, rejected: 0 })
}, 120_000)

test.each([
  [[], /^Usage: npm run import -- FORMAT FILE, with FORMAT one of un-info, ocean-commitments$/],
  [['un-inf', 'x'], /^The format un-inf is not known; known are un-info, ocean-commitments$/],
  [['un-info'], /^Name the file to import/],
  [['un-info', 'nowhere.jsonl'], /^The file nowhere.jsonl can't be read: /],
  [['un-info', '.'], /^\. is no file$/],
])('%j is answered with one clear line', async (args, line) => {
  const { code, output, errors } = await run(...args)
  expect(errors.trim()).toMatch(line)
  expect(errors.trim().split('\n')).toHaveLength(1)
  expect(output).toBe('')
  expect(code).toBe(1)
})
