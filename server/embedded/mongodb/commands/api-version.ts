import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { arrayAt, flagAt } from './arguments.ts'

/** The commands of MongoDB's Stable API, version 1. */
const stable = new Set(
  (
    'abortTransaction aggregate bulkWrite collMod commitTransaction count create createIndexes delete drop ' +
    'dropDatabase dropIndexes endSessions explain find findAndModify getMore hello insert killCursors ' +
    'listCollections listDatabases listIndexes ping refreshSessions saslContinue saslStart authenticate update'
  ).split(' '),
)

/** Refuses what the version of the API that a client asks for does not have. */
export function refuseOtherApi(command: Document, name: string): void {
  const version = command.get('apiVersion')
  const isStrict = flagAt(command, 'apiStrict')
  if (version === undefined) {
    if (isStrict || flagAt(command, 'apiDeprecationErrors'))
      refuse(4886600, 'Provided apiStrict and/or apiDeprecationErrors without passing apiVersion')
    return
  }
  if (version !== '1') refuse('APIVersionError', `API version must be "1", got: ${String(version)}`)
  if (isStrict && !stable.has(name))
    refuse('APIStrictError', `Provided apiStrict:true, but the command ${name} is not in API Version 1`)
  if (isStrict && name === 'aggregate') refuseOtherStages(command)
}

/** Stages that look into a server, which the Stable API leaves free to change. */
const unstable = new Set(
  '$currentOp $indexStats $listLocalSessions $listSessions $planCacheStats $search'.split(' '),
)

function refuseOtherStages(command: Document): void {
  for (const stage of arrayAt(command, 'pipeline') ?? []) {
    const [name = ''] = isDocument(stage) ? stage.keys() : []
    if (unstable.has(name) || (name === '$collStats' && !asksOnlyForCount(stage)))
      refuse('APIStrictError', `stage ${name} is not allowed with 'apiStrict: true' in API Version 1`)
  }
}

function asksOnlyForCount(stage: Value): boolean {
  const operand = isDocument(stage) ? stage.get('$collStats') : undefined
  return isDocument(operand) && operand.has('count') && operand.size === 1
}
