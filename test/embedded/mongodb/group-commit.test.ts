import { existsSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from 'lmdb'
import { CommandError } from '../../../server/embedded/mongodb/errors.ts'
import { openStore, type Store } from '../../../server/embedded/mongodb/storage/store.ts'

let folder: string
let store: Store

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-mongo-test-'))
  store = openStore(join(folder, 'data'), join(folder, 'm.sock'))
})

afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const put = (name: string) => store.documents.putSync(Buffer.from(name), Buffer.from(name))
const names = () => [...store.documents.getKeys({})].map(String)

test('what waits is written in one transaction, in its order', async () => {
  let transactions = 0
  store.commits.beforeCommit(() => transactions++)
  const order: number[] = []
  await Promise.all([1, 2, 3].map((number) => store.commits.write(() => order.push(number))))
  expect({ order, transactions }).toEqual({ order: [1, 2, 3], transactions: 1 })
})

test('one that breaks is undone alone', async () => {
  let aborts = 0
  store.commits.afterAbort(() => aborts++)
  const outcomes = await Promise.allSettled([
    store.commits.write(() => put('a')),
    store.commits.write(() => {
      put('b')
      throw new TypeError('broken')
    }),
    store.commits.write(() => {
      put('c')
      throw new CommandError('BadValue', 'refused')
    }),
    store.commits.write(() => put('d')),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(names()).toEqual(['a', 'c', 'd'])
  expect(aborts).toBe(2)
})

test('the socket of a process that died is removed, nothing else', async () => {
  const left = join(folder, 'left')
  const holder = (socketPath: string) => {
    const { dev, ino } = statSync(join(folder, 'data', 'data.mdb'))
    return Buffer.from(JSON.stringify({ pid: 2 ** 22 + 1, started: '1', file: `${dev}-${ino}`, socketPath }))
  }
  const reopen = async (socketPath: string) => {
    await store.close()
    const environment = open<Buffer, Buffer>({
      path: join(folder, 'data'),
      keyEncoding: 'binary',
      encoding: 'binary',
      maxDbs: 8,
    })
    environment
      .openDB<Buffer, Buffer>({ name: 'lock', keyEncoding: 'binary', encoding: 'binary' })
      .putSync(Buffer.from('holder'), holder(socketPath))
    await environment.close()
    store = openStore(join(folder, 'data'), join(folder, 'm.sock'))
  }
  await mkdir(left)
  await writeFile(join(left, 'file'), 'precious')
  await reopen(join(left, 'file'))
  expect(await readdir(left)).toEqual(['file'])

  const dead = join(folder, 'dead')
  await mkdir(dead)
  const server = createServer().listen(join(dead, 'm.sock'))
  await new Promise((resolve) => server.once('listening', resolve))
  await reopen(join(dead, 'm.sock'))
  expect(existsSync(dead)).toBe(false)
  server.close()
})
