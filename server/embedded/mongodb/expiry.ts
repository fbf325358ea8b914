import type { Collection, Index } from './collections/model.ts'
import type { Server } from './commands/request.ts'
import { remove } from './commands/modify.ts'
import { queryOf } from './query/query.ts'
import { documentOf } from './bson/value.ts'
import { all } from './query/condition.ts'
import { compileFilter } from './query/filter.ts'

/** Documents removed in one go, so that others get their turn. */
const atOnce = 1000

/** Removes what the collections' TTL indexes say is past its time. */
export async function removeExpired(server: Server, now: Date): Promise<void> {
  for (const collection of server.catalog.all())
    for (const index of collection.indexes)
      if (index.expireAfterSeconds !== undefined) await removeBy(server, collection, index, now)
}

async function removeBy(server: Server, { namespace }: Collection, index: Index, now: Date): Promise<void> {
  const latest = new Date(now.getTime() - (index.expireAfterSeconds as number) * 1000)
  const isPast = compileFilter(new Map([[index.fields[0]?.name ?? '', documentOf({ $lte: latest })]]))
  const query = queryOf(index.filter ? all([isPast, index.filter]) : isPast, { limit: atOnce })
  for (let removed = atOnce; removed === atOnce;)
    removed = await server.store.commits.write(() => remove(server, namespace, query, true).length)
}
