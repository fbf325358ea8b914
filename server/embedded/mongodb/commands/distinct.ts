import { decode } from '../bson/decode.ts'
import { compare, equals } from '../bson/compare.ts'
import { keyPart } from '../bson/key.ts'
import type { Value } from '../bson/value.ts'
import { find } from '../collections/find.ts'
import { pathOf, some } from '../query/path.ts'
import { namespaceOf, stringAt } from './arguments.ts'
import { checkHint, queryAt } from './query-arguments.ts'
import { type Command, type Reply, replyOf, type Request } from './request.ts'

export const distinct: Command = { options: ['key', 'query', 'collation', 'hint'], run: runDistinct }

function runDistinct(request: Request): Reply {
  const { server, command } = request
  const path = pathOf(stringAt(command, 'key'))
  const collection = server.catalog.find(namespaceOf(request))
  checkHint(command, collection)
  const query = queryAt(command, 'query')
  const values = new Map<string, Value>()
  for (const { bytes } of collection ? find(server.store, collection, query) : [])
    some(decode(bytes), path, false, (leaf) => {
      for (const value of Array.isArray(leaf) ? leaf : [leaf]) if (value !== undefined) note(values, value)
      return false
    })
  const sorted = [...values.values()].sort((a, b) => compare(a, b, query.texts))
  const different = query.texts
    ? sorted.filter((value, at) => at === 0 || !equals(value, sorted[at - 1], query.texts))
    : sorted
  return replyOf({ values: different })
}

function note(values: Map<string, Value>, value: Value): void {
  const key = keyPart(value).bytes.toString('latin1')
  if (!values.has(key)) values.set(key, value)
}
