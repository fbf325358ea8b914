import { fillIndex } from './build-index.ts'
import { clearIndex } from './drop.ts'
import type { Writer } from './write.ts'

/** Writes the indexes anew whose texts were placed by older rules of language; does nothing where there are none. */
export async function renewIndexes(writer: Writer): Promise<void> {
  const outdated = () =>
    [...writer.catalog.all()].flatMap((collection) =>
      collection.indexes.filter((index) => index.outdated).map((index) => ({ collection, index })),
    )
  if (outdated().length === 0) return
  await writer.store.commits.write(() => {
    for (const { collection, index } of outdated()) {
      clearIndex(writer, index)
      fillIndex(writer, collection, index, 'lenient')
      index.outdated = false
      writer.catalog.touch(collection)
    }
  })
}
