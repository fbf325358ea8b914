import { integerOf } from '../bson/numbers.ts'
import { isDocument, type Document } from '../bson/value.ts'
import { refuse } from '../errors.ts'

const writeFields = new Set(['w', 'j', 'fsync', 'wtimeout', 'provenance'])
const harmlessLevels = new Set(['local', 'available', 'majority'])

/** Refuses what a server that stands alone cannot promise. Every write here is on disk before it is answered. */
export function refuseConcerns(command: Document): void {
  refuseReadConcern(command)
  refuseWriteConcern(command)
}

function refuseReadConcern(command: Document): void {
  const concern = command.get('readConcern')
  if (!isDocument(concern)) return
  const level = concern.get('level')
  if (level === 'snapshot' || level === 'linearizable')
    refuse('NotAReplicaSet', `read concern level ${level} needs a replica set`)
  if (level !== undefined && !harmlessLevels.has(String(level)))
    refuse('FailedToParse', `unknown read concern level ${String(level)}`)
  for (const name of concern.keys())
    if (name !== 'level' && name !== 'provenance')
      refuse('NotAReplicaSet', `readConcern.${name} needs a replica set`)
}

function refuseWriteConcern(command: Document): void {
  const concern = command.get('writeConcern')
  if (!isDocument(concern)) return
  for (const name of concern.keys())
    if (!writeFields.has(name)) refuse('FailedToParse', `unrecognized write concern field: ${name}`)
  const members = concern.get('w')
  const count = integerOf(members)
  if (count !== undefined && (count < 0 || count > 50))
    refuse('FailedToParse', 'w has to be a non-negative number and not greater than 50')
  if (count !== undefined && count > 1) refuse('BadValue', "cannot use 'w' > 1 when a host is not replicated")
  if (members !== undefined && count === undefined && members !== 'majority')
    refuse(
      'BadValue',
      `cannot use non-majority 'w' mode ${String(members)} when a host is not a member of a replica set`,
    )
}
