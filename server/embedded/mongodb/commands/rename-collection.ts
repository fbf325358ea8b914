import { checkNamespace, flagAt, stringAt } from './arguments.ts'
import { dropCollection } from '../collections/drop.ts'
import { refuse } from '../errors.ts'
import type { Command, Reply, Request } from './request.ts'

/** Gives a collection another name, if wanted in the place of another collection; all of it in one transaction. */
export const renameCollection: Command = { options: ['to', 'dropTarget', 'stayTemp'], run: runRename }

async function runRename({ server, command, database }: Request): Promise<Reply> {
  if (database !== 'admin')
    refuse('Unauthorized', 'renameCollection may only be run against the admin database.')
  const [from, to] = [stringAt(command, 'renameCollection'), stringAt(command, 'to')]
  checkNamespace(from)
  checkNamespace(to)
  if (from === to) refuse('IllegalOperation', "Can't rename a collection to itself")
  const dropsTarget = flagAt(command, 'dropTarget')
  return server.store.commits.write(() => {
    const source = server.catalog.find(from)
    if (!source) refuse('NamespaceNotFound', `Source collection ${from} does not exist`)
    const target = server.catalog.find(to)
    if (target && !dropsTarget) refuse('NamespaceExists', 'target namespace exists')
    if (target) dropCollection(server, target)
    server.catalog.rename(source, to)
    return new Map()
  })
}
