import type { TFunction } from 'i18next'
import { z } from 'zod'
import type { Offer } from '../offers/offer.ts'
import { paths } from '../paths.ts'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { errorLinks, formFields } from '../web/forms.ts'
import { shortestReason } from './decide.ts'

const verdicts = ['cleared', 'refused'] as const

const schema = z.strictObject({
  verdict: z.enum(verdicts),
  reason: z.string().min(shortestReason).max(2_000),
  seen: z.string(),
})

/** What was typed and what came of it. */
export interface DecisionState {
  values: Record<string, unknown>
  errors: FieldErrors
  /** the offer or its screening is no longer what the form was shown for */
  changed: boolean
}

export const untouched: DecisionState = { values: {}, errors: {}, changed: false }

/** Names what an officer had in view; an edit or a new run of the rules gives it another. */
export const seenOf = ({ revision, screening }: Offer): string =>
  `${revision}:${screening?.at.getTime() ?? ''}`

/** The decision, or the state to show the form in again. */
export function readDecision(body: unknown, offer: Offer) {
  const values = formValues(body)
  const parsed = schema.safeParse(values)
  if (!parsed.success) return { state: { values, errors: fieldErrors(parsed.error, values), changed: false } }
  if (parsed.data.seen !== seenOf(offer)) return { state: { values, errors: {}, changed: true } }
  return { decision: parsed.data }
}

export function decisionForm(offer: Offer, { values, errors }: DecisionState, t: TFunction) {
  const field = formFields({ t, words: 'screening-desk:form', values, errors })
  const choices = verdicts.map((value) => ({ value, label: t(`screening-desk:form.choice.${value}`) }))
  return {
    action: paths.decision(offer),
    seen: seenOf(offer),
    errors: errorLinks(errors, t, 'screening-desk:form'),
    verdict: field('verdict', { kind: 'radios', required: true, choices }),
    reason: field('reason', { kind: 'textarea', required: true, attributes: { rows: 5, maxlength: 2_000 } }),
  }
}
