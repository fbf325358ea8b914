import type { Request } from 'express'
import { entityOf } from '../accounts/permission.ts'
import { isAsked, mayReadAnswers } from '../answers/answer-access.ts'
import { longestNote } from '../answers/answer-form.ts'
import { isOpen, notNowReasons, stateOf, type Answer, type AnswerState } from '../answers/answer.ts'
import { answerRefusals } from '../answers/answer-refused.ts'
import { undoRefusal } from '../answers/give-answer.ts'
import { isDistributable, type Offer } from '../offers/offer.ts'
import { naming, type NameOf } from '../organisations/naming.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import type { Services } from '../services.ts'
import { formFields } from '../web/forms.ts'

type PanelServices = Pick<Services, 'answers' | 'organisations' | 'clock'>

/** The model of `views/answers/_panel.hbs`: who was asked, by when and what they said; for those asked, the forms. */
export async function answersPanel(offer: Offer, req: Request<object>, services: PanelServices) {
  const { account, t } = req
  if (!mayReadAnswers(account, offer)) return undefined
  const now = services.clock.now()
  const answers = await services.answers.ofOffer(offer.id)
  if (answers.length === 0) return undefined
  const own = answers.find((answer) => isAsked(account, answer))
  const nameOf = await naming(idsIn(answers), services.organisations)
  const shown = isDistributable(offer, now)
  const isWaiting = (answer: Answer) => stateOf(answer, now) === 'waiting'
  const rows = (some: Answer[]) => some.map((answer) => rowOf(answer, nameOf, now, t))
  return {
    notice: noticeIn(req.query.answer, own, t),
    own: own && shown ? await ownPart(own, answers, offer, nameOf, req, services) : undefined,
    settled: rows(answers.filter((answer) => !isWaiting(answer))),
    waiting: rows(answers.filter(isWaiting)),
  }
}

const idsIn = (answers: Answer[]): string[] =>
  answers.flatMap(({ organisationId, word, passedOn }) => [
    organisationId,
    ...(word?.kind === 'passed-on' ? [word.to] : []),
    ...(passedOn ? [passedOn.from] : []),
  ])

/** The tone of a badge by the state of an answer. */
const tones: Record<AnswerState, string> = {
  interested: 'interest',
  'not-now': 'dismissed',
  'passed-on': 'suggested',
  waiting: 'screening',
  overdue: 'held',
  closed: 'lapsed',
}

function rowOf(answer: Answer, nameOf: NameOf, now: Date, t: Request['t']) {
  const state = stateOf(answer, now)
  return {
    organisation: nameOf(answer.organisationId),
    href: paths.organisation({ id: answer.organisationId }),
    ...{ state: tones[state], text: t(`answers:state.${state}`) },
    detail: detailOf(answer, nameOf, t),
    at: answer.word?.at,
    dueAt: state === 'waiting' || state === 'overdue' ? answer.dueAt : undefined,
  }
}

function detailOf({ word }: Answer, nameOf: NameOf, t: Request['t']): string | undefined {
  if (word?.kind === 'not-now') return t(`answers:reason.${word.reason}`)
  return word?.kind === 'passed-on' ? nameOf(word.to) : undefined
}

async function ownPart(
  own: Answer,
  answers: Answer[],
  offer: Offer,
  nameOf: NameOf,
  { t }: Request<object>,
  services: PanelServices,
) {
  const now = services.clock.now()
  const { word, passedOn, dueAt } = own
  return {
    dueAt,
    overdue: stateOf(own, now) === 'overdue',
    passedOn: passedOn && { from: nameOf(passedOn.from), note: passedOn.note },
    word: word && {
      text: t(`answers:state.${word.kind}`),
      detail: detailOf(own, nameOf, t),
      ...{ by: word.by.name, at: word.at },
      undo: undoRefusal(own, now) === null ? paths.answerUndo(offer) : undefined,
    },
    form: isOpen(own, now) ? await formOf(offer, answers, t, services) : undefined,
  }
}

async function formOf(offer: Offer, answers: Answer[], t: Request['t'], { organisations }: PanelServices) {
  const asked = new Set(answers.map(({ organisationId }) => organisationId))
  const others = (await organisations.unSide()).filter((one) => mayBeNext(one, offer, asked))
  const choices = others.map(({ id, name }) => ({ value: id, label: name })).sort(byLabel)
  const field = formFields({ t, words: 'answers:form' })
  const reasons = notNowReasons.map((value) => ({ value, label: t(`answers:reason.${value}`) }))
  return {
    action: paths.answer(offer),
    reason: field('reason', { kind: 'radios', required: true, choices: reasons }),
    to: choices.length > 0 && field('to', { kind: 'select', required: true, choices }),
    note: field('note', { kind: 'textarea', attributes: { maxlength: longestNote, rows: 3 } }),
  }
}

const mayBeNext = (one: Organisation, offer: Offer, asked: Set<string>): boolean =>
  entityOf(one) === one.id && !asked.has(one.id) && !offer.screening?.barredFor.includes(one.id)

const byLabel = (a: { label: string }, b: { label: string }): number => a.label.localeCompare(b.label)

function noticeIn(notice: unknown, own: Answer | undefined, t: Request['t']) {
  if (!own) return undefined
  if (notice === 'given' || notice === 'taken-back')
    return { tone: 'success', text: t(`answers:notice.${notice}`), role: 'status' }
  const refusal = answerRefusals.find((one) => one === notice)
  if (!refusal) return undefined
  const { name = '', organisation = '' } = own.word?.by ?? {}
  const key = refusal === 'answered' && !own.word ? 'closed' : refusal
  return { tone: 'warning', text: t(`answers:refusal.${key}`, { name, organisation }), role: 'alert' }
}
