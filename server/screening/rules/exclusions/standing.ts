import type { Exclusion } from '../rule.ts'
import { sources } from '../sources.ts'
import { terms } from '../../text/terms.ts'

const origin = { version: '1', since: '2026-11-01', industries: [], threshold: 0, terms: terms({}) } as const

/** A company's standing with the United Nations: known from what it declares; lists of names are a check of their own. */
export const standingExclusions: Exclusion[] = [
  {
    ...origin,
    id: 'permitted.sanctions',
    topic: 'unSanctions',
    source: sources.sanctions,
    subject: {
      en: 'subject to United Nations sanctions',
      fr: 'visée par des sanctions des Nations Unies',
      ar: 'خاضعة لجزاءات الأمم المتحدة',
    },
  },
  {
    ...origin,
    id: 'permitted.ineligible-vendor',
    topic: 'unIneligibleVendor',
    source: sources.vendors,
    subject: {
      en: 'on a list of vendors ineligible for ethical reasons',
      fr: 'inscrite sur une liste de fournisseurs exclus pour raisons éthiques',
      ar: 'مدرجة على قائمة البائعين غير المؤهلين لأسباب أخلاقية',
    },
  },
]
