import type { Settings } from 'meilisearch'
import { postingSettings } from './postings.ts'

/** The index `offers`: what screening cleared. */
export const offersSettings: Settings = postingSettings
