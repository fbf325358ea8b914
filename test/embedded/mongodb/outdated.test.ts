import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode } from '../../../server/embedded/mongodb/bson/decode.ts'
import { encode } from '../../../server/embedded/mongodb/bson/encode.ts'
import { openCatalog } from '../../../server/embedded/mongodb/collections/catalog.ts'
import { insertDocument } from '../../../server/embedded/mongodb/collections/write.ts'
import { openStore, type Store } from '../../../server/embedded/mongodb/storage/store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-mongo-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What is written down of the only collection. */
function written(store: Store) {
  const [{ key, value }] = [...store.catalog.getRange({})] as [{ key: Buffer; value: Buffer }]
  return { key, record: decode(Buffer.from(value)) }
}

test('a collection that an older version wrote down without its bytes is written down with them by the next write', async () => {
  const first = openStore(folder, '')
  const catalog = openCatalog(first)
  await first.commits.write(() =>
    insertDocument({ store: first, catalog }, catalog.add('a.b'), new Map([['_id', 1]])),
  )
  await first.commits.write(() => {
    const { key, record } = written(first)
    record.delete('bytes')
    first.catalog.putSync(key, encode(record))
  })
  await first.close()

  const second = openStore(folder, '')
  openCatalog(second)
  await second.commits.write(() => undefined)
  const bytesOfAnIdOnly = 4 + 1 + 4 + 4 + 1
  expect(Number(written(second).record.get('bytes'))).toBe(bytesOfAnIdOnly)
  await second.close()
})
