import { decode } from '../bson/decode.ts'
import { compare, equals } from '../bson/compare.ts'
import { keyPart } from '../bson/key.ts'
import type { Value } from '../bson/value.ts'
import { findStepwise } from '../collections/find.ts'
import { refuse } from '../errors.ts'
import { valuesAt } from '../query/elements.ts'
import { pathOf } from '../query/path.ts'
import { namespaceOf, stringAt } from './arguments.ts'
import { queryAt } from './query-arguments.ts'
import { type Command, type Reply, replyOf, type Request } from './request.ts'
import { inTurns } from './turns.ts'

export const distinct: Command = { options: ['key', 'query', 'collation', 'hint'], run: runDistinct }

/** Bytes of values in one reply at most. */
const mostBytes = 16 * 1024 * 1024

async function runDistinct(request: Request): Promise<Reply> {
  const { server, command } = request
  const path = pathOf(stringAt(command, 'key'))
  const collection = server.catalog.find(namespaceOf(request))
  const query = queryAt(command, 'query')
  const values = createValues()
  if (collection)
    await inTurns(request, findStepwise(server.store, collection, query), (stored) => {
      if (stored) for (const value of valuesAt(decode(stored.bytes), path)) values.add(value)
    })
  const sorted = values.all().sort((a, b) => compare(a, b, query.texts))
  return replyOf({
    values: sorted.filter((value, at) => at === 0 || !equals(value, sorted[at - 1], query.texts)),
  })
}

/** Each value once; refuses more than a reply may hold. */
function createValues() {
  const values = new Map<string, Value>()
  let bytes = 0
  return {
    add: (value: Value) => {
      const key = keyPart(value).bytes.toString('latin1')
      if (values.has(key)) return
      values.set(key, value)
      bytes += key.length
      if (bytes > mostBytes) refuse(17217, 'distinct too big, 16mb cap')
    },
    all: () => [...values.values()],
  }
}
