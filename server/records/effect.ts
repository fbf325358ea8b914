import { newId } from './new-id.ts'

/**
 * What must follow an act in other collections. It is written in the same document write as the act and
 * drained afterwards; its own id makes the draining repeatable.
 */
export interface Effect {
  id: string
  at: Date
  kind: string
  data: Record<string, unknown>
  /** it failed, and is left alone until then */
  retryAt?: Date
  /** what it failed with, as an administrator reads it */
  problem?: string
}

/** Who did something to a record: an account, or `rules` and the like for what software did. */
export interface Actor {
  id: string
  name: string
}

export interface AuditEntry {
  actor: Actor
  act: string
  record: { kind: string; id: string }
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export const effect = (kind: string, data: Record<string, unknown>, at: Date): Effect => ({
  id: newId(),
  at,
  kind,
  data,
})

/** The trace that every act on a record leaves. Of a whole account given as the actor only id and name are kept. */
export const audited = ({ actor: { id, name }, ...entry }: AuditEntry, at: Date): Effect =>
  effect('audit', { ...entry, actor: { id, name } }, at)

/** Schema part of every collection whose records carry effects. */
export const effectFields = {
  effects: {
    type: [
      { _id: false, id: String, at: Date, kind: { type: String }, data: {}, retryAt: Date, problem: String },
    ],
    default: [],
  },
}
