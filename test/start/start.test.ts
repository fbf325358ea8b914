import { createServer } from 'node:net'
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { apiClient } from '../support/api-client.ts'
import { runServer, startServer } from '../support/server-process.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'concord-start-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The superuser may read every folder, so such a test run asks as somebody who may not. */
const isRoot = process.getuid?.() === 0
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {}

const oneLine = /^[^\n]+\n$/

test('two starts on one folder: the first fills the demo, the second keeps every record and the password', async () => {
  const first = await startServer({ DATA_DIR: folder })
  const password = /^Password: (\S+)$/m.exec(first.printed())?.[1] as string
  const client = apiClient(first.url)
  for (const who of ['company', 'entity', 'office', 'outsider', 'screener', 'admin']) {
    const { status } = await client.post('/tokens', { email: `${who}@demo.example`, password, name: 'test' })
    expect([who, status]).toEqual([who, 201])
  }
  const needs = await client.get('/needs')
  expect(needs.body.total).toBe(109)
  const second = runServer({ DATA_DIR: folder })
  await expect(second).resolves.toMatchObject({
    code: 1,
    errors: expect.stringMatching(/in use by another process\n$/),
  })
  expect((await stat(path.join(folder, 'embedded.json'))).mode & 0o777).toBe(0o600)
  expect(await first.interrupt()).toBe(0)

  const again = await startServer({ DATA_DIR: folder })
  expect(again.printed()).toContain(`Password: ${password}`)
  const kept = await apiClient(again.url).get('/needs')
  expect(kept.body.items.map(({ id }: { id: string }) => id)).toEqual(
    needs.body.items.map(({ id }: { id: string }) => id),
  )
  expect(kept.body.total).toBe(109)
  await again.kill()
  const afterKill = await startServer({ DATA_DIR: folder })
  expect((await apiClient(afterKill.url).get('/needs')).body.total).toBe(109)
  expect(await afterKill.interrupt()).toBe(0)
}, 300_000)

test.each([
  [{ PORT: 'eighty' }, /PORT/],
  [{ PORT: '70000' }, /PORT/],
  [{ BASE_URL: 'not an address' }, /BASE_URL/],
  [{ SESSION_SECRET: 'short' }, /SESSION_SECRET/],
  [{ MONGODB_URI: 'postgres://localhost' }, /MONGODB_URI/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
  [{ DEMO: 'perhaps' }, /DEMO/],
  [{ NODE_ENV: 'production' }, /SESSION_SECRET, BASE_URL, MONGODB_URI, MEILI_HOST/],
])('a wrong setting %j is one clear line and exit code 1', async (env, mention) => {
  const { code, errors } = await runServer({ DATA_DIR: folder, ...(env as Record<string, string>) })
  expect(code).toBe(1)
  expect(errors).toMatch(oneLine)
  expect(errors).toMatch(mention)
})

test('a taken port is one clear line and exit code 1', async () => {
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const { port } = other.address() as { port: number }
  const { code, errors } = await runServer({ DATA_DIR: folder, PORT: String(port) })
  other.close()
  expect([code, errors]).toEqual([1, expect.stringMatching(oneLine)])
  expect(errors).toContain(String(port))
})

test('a data folder that is a file is one clear line and exit code 1', async () => {
  const file = path.join(folder, 'file')
  await writeFile(file, '')
  const { code, errors } = await runServer({ DATA_DIR: file })
  expect([code, errors]).toEqual([1, expect.stringMatching(oneLine)])
  expect(errors).toContain('DATA_DIR')
})

test('an unreadable data folder is one clear line and exit code 1', async () => {
  await chmod(folder, isRoot ? 0o700 : 0o000)
  const { code, errors } = await runServer({ DATA_DIR: path.join(folder, 'inside') }, nobody)
  expect([code, errors]).toEqual([1, expect.stringMatching(oneLine)])
  expect(errors).toContain('DATA_DIR')
  await chmod(folder, 0o700)
})

test('a database that does not answer is one clear line and exit code 1', async () => {
  const { code, errors } = await runServer({ DATA_DIR: folder, MONGODB_URI: 'mongodb://127.0.0.1:9/concord' })
  expect([code, errors]).toEqual([1, expect.stringMatching(/The database at MONGODB_URI does not answer/)])
}, 30_000)

test('a search server that does not answer is one clear line and exit code 1', async () => {
  const { code, errors } = await runServer({ DATA_DIR: folder, MEILI_HOST: 'http://127.0.0.1:9' })
  expect([code, errors]).toEqual([
    1,
    expect.stringMatching(/^The search server at MEILI_HOST does not answer[^\n]*\n$/),
  ])
}, 30_000)

test('a request that comes while the server starts is answered at once: alive, not ready', async () => {
  const port = await freePort()
  const starting = startServer({ DATA_DIR: folder, PORT: String(port) })
  const early: number[] = []
  for (let tries = 0; early.length === 0 && tries < 200; tries++) {
    await new Promise((done) => setTimeout(done, 50))
    await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ status }) => early.push(status),
      () => {},
    )
  }
  expect(early).toEqual([503])
  const server = await starting
  expect((await fetch(`${server.url}/health/ready`)).status).toBe(200)
  expect(await server.interrupt()).toBe(0)
}, 180_000)

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as { port: number }
  await new Promise((done) => probe.close(done))
  return port
}
