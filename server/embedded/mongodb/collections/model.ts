import type { Binary } from 'bson'
import type { Document } from '../bson/value.ts'
import type { Condition } from '../query/condition.ts'
import type { Path } from '../query/path.ts'

export interface Collection {
  /** The number that its documents' keys begin with. */
  number: number
  /** `database.name` */
  namespace: string
  uuid: Binary
  indexes: readonly Index[]
  documents: number
  lastRecord: number
}

export interface IndexField {
  name: string
  path: Path
  direction: 1 | -1
}

export interface Index {
  /** The number that its entries' keys begin with. */
  number: number
  name: string
  /** As `listIndexes` gives it. */
  specification: Document
  fields: readonly IndexField[]
  unique: boolean
  sparse: boolean
  /** The documents that a partial index holds. */
  filter: Condition | undefined
  expireAfterSeconds: number | undefined
  /** For each field, whether a document ever had an array on its path. */
  multikey: boolean[]
  /** False once an entry was written whose bytes may stand in the wrong order. */
  sorts: boolean
}
