import { createHash, randomUUID } from 'node:crypto'
import { detectLanguage } from '../vocabulary/detect-language.ts'
import { isLanguage } from '../vocabulary/languages.ts'
import { formValues } from '../web/form-values.ts'
import { recognised } from './posting-choices.ts'
import type { Posting } from './posting.ts'

/** The form of a posting as it was sent, or as it opens. */
export interface PostingForm {
  /** in the shape that `postingInput` reads */
  values: Record<string, unknown>
  /** what is not out yet shall stay so */
  keepDraft: boolean
  /** of the form that was opened, so that sending it twice posts once */
  requestKey: string
  /** of the posting when its form was opened; 0 for a new one */
  revision: number
}

const shape = {
  lists: ['contributionTypes', 'sdgs', 'sdgTargets', 'countries', 'regions'],
  numbers: ['sdgs', 'quantity.amount', 'value.amount'],
} as const

/** A new form; a link to it may choose some values already (`?sdgs=6&countries=KEN`). */
export const emptyForm = (parameters: object = {}): PostingForm => ({
  values: { language: recognised, ...formValues(parameters, shape) },
  keepDraft: false,
  requestKey: randomUUID(),
  revision: 0,
})

/** The form of a posting that exists, filled with what it says. */
export function formOf(posting: Posting): PostingForm {
  const { revision, ...values } = posting
  return { values, keepDraft: !posting.publishedAt, requestKey: '', revision }
}

/** Reads a sent form; where the language was left to us, it is the text's if that is clear, else missing. */
export function readPostingForm(body: unknown): PostingForm {
  const { act, requestKey, revision, ...values } = formValues(body, shape)
  return {
    values: { contributionTypes: [], ...values, ...tidy(values), language: languageOf(values) },
    keepDraft: act === 'draft',
    requestKey: String(requestKey ?? ''),
    revision: Number(revision ?? 0),
  }
}

/** Names one sending: the same form with another text in it, as after going back, is another posting. */
export function sendingKey({ requestKey, keepDraft, values }: PostingForm): string | undefined {
  const sent = JSON.stringify([requestKey, keepDraft, values])
  return requestKey ? createHash('sha256').update(sent).digest('base64url') : undefined
}

/** Targets come as one line, currencies in any case. */
function tidy({ sdgTargets, value }: Record<string, unknown>) {
  const targets = [sdgTargets ?? []].flat().flatMap((text) => String(text).split(/[\s,;]+/))
  const money = isRecord(value) && typeof value.currency === 'string'
  return {
    sdgTargets: targets.filter(Boolean),
    ...(money && { value: { ...value, currency: String(value.currency).toUpperCase() } }),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function languageOf({ language, title, description }: Record<string, unknown>): unknown {
  if (language !== recognised) return language
  const found = detectLanguage(`${title ?? ''}\n${description ?? ''}`, '')
  return isLanguage(found) ? found : undefined
}
