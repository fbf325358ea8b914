import type { TFunction } from 'i18next'
import type { Writing } from '../charts/writing.ts'

/** In whose language and direction a section is written. */
export interface StatisticsReader {
  t: TFunction
  language: string
  direction: 'ltr' | 'rtl'
  writing: Writing
}
