import type { Binary } from 'bson'
import type { TextOrder } from '../bson/compare.ts'
import type { Document } from '../bson/value.ts'
import type { Condition } from '../query/condition.ts'
import type { Path } from '../query/path.ts'

export interface Collection {
  /** The number that its documents' keys begin with. */
  number: number
  /** `database.name` */
  namespace: string
  uuid: Binary
  /** In full, where text is compared by one unless a command says otherwise. */
  collation: Document | undefined
  indexes: readonly Index[]
  documents: number
  /** Of all documents together. */
  bytes: number
  lastRecord: number
  /** Set where an older version wrote it down, without its bytes. */
  outdated?: true
  /** Set once it was dropped, for those that still read it. */
  dropped?: true
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
  /** Whether a key belongs to one record: it is unique, and its bytes are equal only where the values are. */
  direct: boolean
  sparse: boolean
  /** The documents that a partial index holds. */
  filter: Condition | undefined
  /** The order of its collation. */
  texts: TextOrder | undefined
  /** Whether it is kept up but used for no query. */
  hidden: boolean
  expireAfterSeconds: number | undefined
  /** For each field, whether a document ever had an array on its path. */
  multikey: boolean[]
  /** For each field, false once an entry was written whose bytes may stand in the wrong order. */
  sorts: boolean[]
  /** Whether the rules of language that placed its texts are older than those of today. */
  outdated: boolean
  /** Set once it was dropped, for those that still read it. */
  dropped?: true
}
