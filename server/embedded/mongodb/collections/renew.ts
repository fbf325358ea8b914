import { fillIndex } from './build-index.ts'
import { clearIndex } from './drop.ts'
import type { Writer } from './write.ts'

/**
 * Writes anew what an older version left: the indexes whose texts older rules of language placed, and collections
 * written down without their bytes, which would be counted at every start. Does nothing where there are none.
 */
export async function renew(writer: Writer): Promise<void> {
  const { catalog, store } = writer
  const collections = () =>
    [...catalog.all()].filter((one) => one.outdated || one.indexes.some(({ outdated }) => outdated))
  if (collections().length === 0) return
  await store.commits.write(() => {
    for (const collection of collections()) {
      for (const index of collection.indexes.filter(({ outdated }) => outdated)) {
        clearIndex(writer, index)
        fillIndex(writer, collection, index, 'lenient')
        index.outdated = false
      }
      delete collection.outdated
      catalog.touch(collection)
    }
  })
}
