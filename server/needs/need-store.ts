import type { Connection } from 'mongoose'
import { postingSchema } from '../postings/posting-schema.ts'
import { postingStore } from '../postings/posting-store.ts'
import type { Need } from './need.ts'

const moment = { type: Date, default: null }
const schema = postingSchema('needs', { partlyMetAt: moment, metAt: moment, metElsewhereAt: moment })

export type NeedStore = ReturnType<typeof needStore>

export function needStore(connection: Connection) {
  return postingStore<Need>(connection.model('Need', schema), 'need')
}
