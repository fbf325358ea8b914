import { describe } from '../bson/describe.ts'
import type { Document } from '../bson/value.ts'
import { checkedSpecification } from '../collections/index-rules.ts'
import { refuse } from '../errors.ts'
import { fullCollation } from '../query/collation.ts'
import { documentAt, namespaceOf, refuseOptions } from './arguments.ts'
import type { Command, Reply, Request } from './request.ts'

const refused = [
  ...'capped size max timeseries clusteredIndex viewOn pipeline validator encryptedFields'.split(' '),
  ...'changeStreamPreAndPostImages expireAfterSeconds storageEngine indexOptionDefaults'.split(' '),
]

export const create: Command = {
  options: [...refused, 'collation', 'validationLevel', 'validationAction', 'autoIndexId', 'idIndex'],
  run: runCreate,
}

/** A collection that is there with the same options counts as made, as since MongoDB 7. */
async function runCreate(request: Request): Promise<Reply> {
  const { server, command } = request
  refuseIncomplete(command)
  refuseOptions(command, refused)
  const namespace = namespaceOf(request)
  const collation = fullCollation(documentAt(command, 'collation'))
  const idIndex = documentAt(command, 'idIndex')
  if (idIndex) checkedSpecification(idIndex, { collation, ignoresUnknown: false })
  return server.store.commits.write(() => {
    const known = server.catalog.find(namespace)
    if (!known) server.catalog.add(namespace, collation)
    else if (shown(known.collation) !== shown(collation))
      refuse(
        'NamespaceExists',
        `namespace ${namespace} already exists, but with different options: ${shown(known.collation)}`,
      )
    return new Map()
  })
}

function shown(collation: Document | undefined): string {
  return describe(new Map(collation ? [['collation', collation]] : []))
}

/** Options that MongoDB takes only with another. */
const needed: Record<string, readonly string[]> = {
  size: ['capped'],
  max: ['capped'],
  capped: ['size'],
  pipeline: ['viewOn'],
  expireAfterSeconds: ['timeseries', 'clusteredIndex'],
}

function refuseIncomplete(command: Document): void {
  for (const [option, others] of Object.entries(needed)) {
    const isAsked = command.has(option) && command.get(option) !== false
    if (isAsked && !others.some((other) => command.has(other)))
      refuse('InvalidOptions', `the '${option}' option needs '${others.join("' or '")}'`)
  }
  if (command.get('autoIndexId') === false)
    refuse('InvalidOptions', 'a collection without an index on _id is not possible')
}
