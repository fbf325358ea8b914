import { createHash, randomUUID } from 'node:crypto'
import { detectLanguage } from '../vocabulary/detect-language.ts'
import { isLanguage } from '../vocabulary/languages.ts'
import { formValues } from '../web/form-values.ts'
import { recognised } from './posting-choices.ts'
import { postingSchemas } from './posting-input.ts'
import type { Posting, PostingContent } from './posting.ts'
import type { Typed } from './typed.ts'

/** What the form is sent for. */
const acts = ['publish', 'draft', 'preview'] as const

/** The form of a posting as it was sent, or as it opens. */
export interface PostingForm {
  /** as typed or chosen, in the shape of a posting */
  values: Record<string, unknown>
  act: (typeof acts)[number]
  /** of the form that was opened, so that sending it twice posts once */
  requestKey: string
  /** of the posting when its form was opened; 0 for a new one */
  revision: number
  /** of the unpublished text that the form goes on from; '' where there was none */
  version: string
}

const shape = {
  lists: ['contributionTypes', 'sdgs', 'sdgTargets', 'countries', 'regions'],
  numbers: ['sdgs', 'quantity.amount', 'value.amount'],
} as const

/** A new form; a link to it may choose some values already (`?sdgs=6&countries=KEN`). */
export const emptyForm = (parameters: object = {}): PostingForm => ({
  values: { language: recognised, ...formValues(parameters, shape) },
  ...{ act: 'publish', requestKey: randomUUID(), revision: 0, version: '' },
})

/** The form of a posting that exists, filled with what was typed last, else with what it says. */
export function formOf(posting: Posting, typed: Typed | null): PostingForm {
  const { revision } = posting
  const same = { act: 'publish', requestKey: '', revision } as const
  if (typed) return { ...same, values: { language: recognised, ...typed.values }, version: typed.version }
  return { ...same, values: contentOf(posting), version: '' }
}

/** Only what people wrote. */
export function contentOf(posting: PostingContent): Record<string, unknown> {
  const names = Object.keys(postingSchemas.need.shape) as (keyof PostingContent)[]
  return Object.fromEntries(
    names.flatMap((name) =>
      posting[name] === undefined || posting[name] === null ? [] : [[name, posting[name]]],
    ),
  )
}

export function readPostingForm(body: unknown): PostingForm {
  const { act, requestKey, revision, version, ...values } = formValues(body, shape)
  return {
    values,
    act: acts.find((one) => one === act) ?? 'publish',
    requestKey: String(requestKey ?? ''),
    revision: Number(revision ?? 0),
    version: String(version ?? ''),
  }
}

/** What `postingInput` reads; where the language was left to us, it is the text's if that is clear, else missing. */
export const inputOf = (values: Record<string, unknown>): Record<string, unknown> => ({
  contributionTypes: [],
  ...values,
  ...tidy(values),
  language: languageOf(values),
})

/** Names one sending: the same form with another text in it, as after going back, is another posting. */
export function sendingKey({ requestKey, values }: PostingForm): string | undefined {
  return requestKey ? hashOf([requestKey, values]) : undefined
}

/** Names the draft that a new form becomes while it is typed. */
export const draftKey = ({ requestKey }: PostingForm): string | undefined =>
  requestKey ? hashOf(['draft', requestKey]) : undefined

const hashOf = (sent: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(sent)).digest('base64url')

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

function languageOf({ language = recognised, title, description }: Record<string, unknown>): unknown {
  if (language !== recognised) return language
  const found = detectLanguage(`${title ?? ''}\n${description ?? ''}`, '')
  return isLanguage(found) ? found : undefined
}
