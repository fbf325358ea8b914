import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { inputOf, type PostingForm } from './posting-form.ts'
import { postingInput } from './posting-input.ts'
import type { PostingContent, Side } from './posting.ts'
import { typedValues } from './typed.ts'

/** A form as the content that it makes, or what is still missing or wrong. */
export function readContent(
  side: Side,
  now: () => Date,
  { values }: Pick<PostingForm, 'values'>,
): { content: PostingContent } | { errors: FieldErrors } {
  const input = asSent(inputOf(values))
  const parsed = postingInput(side, now).safeParse(input)
  return parsed.success ? { content: parsed.data } : { errors: fieldErrors(parsed.error, input) }
}

/** What can't even be kept as a draft. */
export function tooLong({ values }: Pick<PostingForm, 'values'>): { errors: FieldErrors } | undefined {
  const parsed = typedValues.safeParse(values)
  return parsed.success ? undefined : { errors: fieldErrors(parsed.error, values) }
}

/** Moments of a stored posting as text. */
const asSent = (values: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(values))
