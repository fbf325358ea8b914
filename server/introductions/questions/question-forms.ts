import type { TFunction } from 'i18next'
import { paths } from '../../paths.ts'
import { formFields, type Field } from '../../web/forms.ts'
import { decliningReasons, hidingReasons, longestAnswer, questionState, type Question } from './question.ts'
import type { SentQuestion } from './questions-panel.ts'

/** What the need's side can do with a question: answer or decline one that waits, hide any that is not hidden. */
export function questionForms(
  question: Question,
  asking: boolean,
  sent: SentQuestion | undefined,
  t: TFunction,
) {
  const state = questionState(question)
  const form = (which: SentQuestion['which'], name: string, action: string, reasons?: readonly string[]) => {
    const isSent = sent?.which === which && sent.questionId === question.id
    const given = isSent ? { values: sent.values, errors: sent.errors } : {}
    const field = formFields({ t, words: `questions:${which}`, ...given })
    return { action, open: isSent, field: apart(field(name, look(which, reasons, t)), question.id) }
  }
  const waits = asking && state === 'waiting'
  return {
    answer: waits ? form('answer', 'text', paths.questionAnswer(question)) : undefined,
    declining: waits
      ? form('declining', 'reason', paths.questionDeclining(question), decliningReasons)
      : undefined,
    hiding:
      state === 'hidden'
        ? undefined
        : form('hiding', 'reason', paths.questionHiding(question), hidingReasons),
  }
}

const wordsOf = { declining: 'declined', hiding: 'hidden' } as const

function look(which: SentQuestion['which'], reasons: readonly string[] | undefined, t: TFunction) {
  if (which !== 'declining' && which !== 'hiding')
    return { kind: 'textarea' as const, required: true, attributes: { maxlength: longestAnswer, rows: 4 } }
  const choices = reasons?.map((value) => ({ value, label: t(`questions:${wordsOf[which]}.${value}`) })) ?? []
  return { kind: 'radios' as const, required: true, choices }
}

/** The page has the same form for each question: their controls need ids of their own. */
function apart(field: Field, questionId: string): Field {
  const id = `${field.id}-${questionId}`
  const choices = field.choices.map((choice) => ({ ...choice, id: choice.id.replace(field.id, id) }))
  return { ...field, id, choices, describedBy: field.describedBy.replaceAll(field.id, id) }
}
