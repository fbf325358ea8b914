import type { TFunction } from 'i18next'
import { partnershipModels } from '../partnerships/partnership.ts'
import { paths } from '../paths.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import { formFields } from '../web/forms.ts'
import type { Introduction } from './introduction-access.ts'
import { endingReasons } from './introduction.ts'

/** A form that was sent and not accepted: what was typed into it, and what is wrong. */
export interface SentForm {
  which?: 'ending' | 'agreement' | 'message'
  values: Record<string, unknown>
  errors: FieldErrors
}

/** How the introduction may come to its end: the forms that its state leaves to the reader's side. */
export function endingPage({ match, side, status }: Introduction, sent: SentForm, t: TFunction) {
  if (status !== 'introduced') return undefined
  const { agreement } = match
  return {
    ending: endingForm(match, sent, t),
    agreement: agreement ? undefined : agreementForm(match, sent, t),
    proposal: agreement && {
      ...{ title: agreement.title, description: agreement.description, startsOn: agreement.startsOn },
      model: t(`partnerships:model.${agreement.model}`),
      whose: agreement.side === side ? 'own' : 'other',
      refusal: agreement.side === side ? 'take-back' : 'decline',
      confirmation: agreement.side === side ? undefined : paths.agreementConfirmation(match),
      withdrawal: paths.agreementWithdrawal(match),
    },
  }
}

const stateOf = (which: SentForm['which'], sent: SentForm) =>
  sent.which === which ? { values: sent.values, errors: sent.errors } : {}

function endingForm(match: { id: string }, sent: SentForm, t: TFunction) {
  const field = formFields({ t, words: 'introductions:ending', ...stateOf('ending', sent) })
  const choices = endingReasons.map((value) => ({ value, label: t(`introductions:reason.${value}`) }))
  return {
    action: paths.ending(match),
    open: sent.which === 'ending',
    fields: [
      field('reason', { kind: 'radios', required: true, choices }),
      field('note', { kind: 'textarea', attributes: { maxlength: 1_000, rows: 3 } }),
    ],
  }
}

function agreementForm(match: { id: string }, sent: SentForm, t: TFunction) {
  const field = formFields({ t, words: 'introductions:agreement', ...stateOf('agreement', sent) })
  const choices = partnershipModels.map((value) => ({ value, label: t(`partnerships:model.${value}`) }))
  return {
    action: paths.agreement(match),
    open: sent.which === 'agreement',
    fields: [
      field('title', { required: true, attributes: { maxlength: 160 } }),
      field('description', { kind: 'textarea', required: true, attributes: { maxlength: 2_000, rows: 5 } }),
      field('model', { kind: 'select', required: true, choices }),
      field('startsOn', { kind: 'date', required: true }),
    ],
  }
}
