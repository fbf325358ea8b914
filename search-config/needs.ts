import type { Settings } from 'meilisearch'
import { postingSettings } from './postings.ts'

/** The index `needs`: what is asked for now, and closed needs as the record of what was asked. */
export const needsSettings: Settings = postingSettings
