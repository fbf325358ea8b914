import type { TFunction } from 'i18next'
import { paths } from '../paths.ts'
import { errorLinks } from '../web/forms.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import { formWords, postingFields } from './posting-fields.ts'
import type { PostingForm } from './posting-form.ts'
import type { Posting, Side } from './posting.ts'
import type { Typed } from './typed.ts'

interface FormContext {
  side: Side
  /** the posting that is edited; none for a new one */
  own?: Posting
  language: string
  t: TFunction
  errors?: FieldErrors
  /** what was typed before and not published */
  typed?: Typed | null
  /** somebody else changed the posting while the form was open */
  overtaken?: boolean
  /** the form is filled with an older revision's text of that moment */
  takenFrom?: Date
}

/** The model of `views/postings/form.hbs`: what was typed, and what is wrong with it in words. */
export function postingFormPage(
  { values, requestKey, revision, version }: PostingForm,
  context: FormContext,
) {
  const { side, own, typed, language, t, overtaken = false, takenFrom } = context
  const errors = forPeople(context.errors ?? {})
  const published = Boolean(own?.publishedAt)
  return {
    side,
    title: t(`${side}s:form.${own ? 'edit' : 'new'}`),
    lead: t(`${side}s:form.lead`),
    action: own ? paths.editing(own) : paths.postings(side),
    cancel: own ? paths.posting(own) : paths.postings(side),
    ...{ requestKey, revision, version, overtaken, published, takenFrom },
    saving: own ? paths.draft(own) : paths.newDraft(side),
    typed: typed && { by: typed.by.name, at: typed.at },
    discard: published && typed && own && !overtaken ? paths.draftDiscard(own) : undefined,
    errors: errorLinks(errors, t, formWords),
    fields: postingFields(values, { side, language, t, errors }),
    advice: t(`${side}s:form.advice`, { returnObjects: true }),
  }
}

/** Sentences for a form where those that also serve programs would say too little. */
function forPeople(errors: FieldErrors): FieldErrors {
  const plainer = Object.entries(errors).map(([field, error]) => {
    const key = plainerKeys[`${field} ${error.key}`]
    return [field, key ? { ...error, key } : error]
  })
  return Object.fromEntries(plainer)
}

const plainerKeys: Partial<Record<string, string>> = {
  'language form.errors.required': 'postings:errors.language',
  'value.currency form.errors.format': 'postings:errors.currency',
}
