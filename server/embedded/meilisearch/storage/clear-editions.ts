import type { Store } from './store.ts'

const slice = 2_000

/** Removes, some at a time, what no index names any more: old editions, and new ones that a crash left unfinished. */
export async function clearEditions(store: Store): Promise<void> {
  const named = new Set([...store.indexes.getRange()].map(({ value }) => value.edition?.number))
  for (const database of [store.prepared, store.lists]) {
    let number = 0
    for (;;) {
      const [next] = database.getKeys({ start: [number, 0], limit: 1 })
      if (!next) break
      number = next[0] + 1
      if (!named.has(next[0])) await clear(store, database, next[0])
    }
  }
}

async function clear(store: Store, database: Store['prepared' | 'lists'], edition: number): Promise<void> {
  const start: [number, number] = [edition, 0]
  const end: [number, number] = [edition + 1, 0]
  for (;;) {
    const keys = [...database.getKeys({ start, end, limit: slice })]
    if (keys.length === 0) return
    await store.write(() => keys.forEach((key) => database.removeSync(key)))
  }
}
