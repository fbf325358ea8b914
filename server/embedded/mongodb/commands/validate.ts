import { checkCollection } from '../collections/check.ts'
import { countValue } from '../bson/numbers.ts'
import { refuse } from '../errors.ts'
import { namespaceOf } from './arguments.ts'
import { type Command, replyOf } from './request.ts'

/** Checks a collection's documents and indexes against each other. */
export const validate: Command = {
  options: ['full', 'background', 'checkBSONConformance'],
  run: (request) => {
    const namespace = namespaceOf(request)
    const collection = request.server.catalog.find(namespace)
    if (!collection) refuse('NamespaceNotFound', `Collection '${namespace}' does not exist to validate.`)
    const { documents, entries, errors } = checkCollection(request.server.store, collection)
    return replyOf({
      ns: namespace,
      nInvalidDocuments: 0,
      nrecords: countValue(documents),
      nIndexes: entries.size,
      keysPerIndex: new Map([...entries].map(([name, count]) => [name, countValue(count)])),
      valid: errors.length === 0,
      repaired: false,
      warnings: [],
      errors,
    })
  },
}
