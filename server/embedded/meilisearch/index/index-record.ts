import type { Edition } from './edition.ts'
import type { Settings } from '../settings/settings.ts'

/** What is kept of an index beside its documents. `key` names its documents and never changes. */
export type IndexRecord = {
  key: number
  uid: string
  primaryKey: string | null
  createdAt: string
  updatedAt: string
  settings: Settings
  /** Missing in what older versions stored. */
  edition?: Edition
}
