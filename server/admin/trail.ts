import type { TFunction } from 'i18next'
import type { AuditRecord } from '../records/audit-store.ts'
import { changesIn } from './state-words.ts'

/** An act by its name in the reader's language; one without words keeps its own. */
export const actName = (act: string, t: TFunction): string =>
  t([`admin:act.${act}`, `postings:history.act.${act}`, `screening-desk:act.${act}`], { defaultValue: act })

/** Audit entries of one record as models of `views/admin/_trail.hbs`, newest first. */
export const trailOf = (entries: AuditRecord[], t: TFunction, language: string) =>
  entries.toReversed().map((entry) => ({
    at: entry.at,
    by: entry.actor.name || entry.actor.id,
    act: actName(entry.act, t),
    ...changesIn(entry, t, language),
  }))
