import type { Account } from '../accounts/account.ts'
import { told } from '../notifications/told.ts'
import type { Offer } from '../offers/offer.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { isUndoable } from '../postings/undo.ts'
import { audited, effect, type Effect } from '../records/effect.ts'
import { isOpen, type Answer, type Said, type Word } from './answer.ts'
import { AnswerRefused } from './answer-refused.ts'
import type { AnswerStore } from './answer-store.ts'

export interface AnswerDesk {
  answers: AnswerStore
  organisations: Pick<OrganisationStore, 'find'>
  wake(): void
  now(): Date
}

interface Question {
  offer: Offer
  answer: Answer
  /** the questions to others about the same offer */
  others: Answer[]
}

/** An entity's answer: one write carries it with the news for the company and, passed on, the next question. */
export async function giveAnswer(
  { offer, answer, others }: Question,
  said: Said,
  account: Account,
  desk: AnswerDesk,
): Promise<Answer> {
  const now = desk.now()
  if (answer.word) throw answeredBy(answer.word)
  if (!isOpen(answer, now)) throw new AnswerRefused('closed')
  if (said.kind === 'passed-on') await mayBeAsked(said.to, offer, answer, others, desk)
  const word = wordOf(said, account, now)
  const given = await desk.answers.say(answer, word, effectsOf(answer, word, account, now))
  if (!given) throw await lostTo(answer, desk)
  desk.wake()
  return given
}

/** Within a day, as long as nothing followed: nobody was asked in its stead, and no match had the interest. */
export async function takeBack({ answer }: Question, account: Account, desk: AnswerDesk): Promise<Answer> {
  const now = desk.now()
  const refusal = undoRefusal(answer, now)
  if (refusal) throw new AnswerRefused(refusal)
  const news = told(
    { kind: 'offer-answer-undone', offerId: answer.offerId, answerId: answer.id, at: now.toISOString() },
    now,
  )
  const effects = [trace('take-back-answer', answer, null, account, now), news]
  const open = await desk.answers.unsay(answer, effects)
  if (!open) throw new AnswerRefused('not-answered')
  desk.wake()
  return open
}

/** Why an answer can't be taken back; `null` where it can. */
export function undoRefusal({ word }: Answer, now: Date) {
  if (!word) return 'not-answered'
  if (word.kind === 'passed-on' || word.matchId) return 'followed'
  return isUndoable(word.at, now) ? null : 'too-late'
}

export const wordOf = (said: Said, { id, name, organisation }: Account, at: Date): Word => ({
  ...said,
  at,
  by: { accountId: id, name, organisation: organisation.name },
})

const answeredBy = ({ by, at }: Word) =>
  new AnswerRefused('answered', `${by.name} (${by.organisation}) answered on ${at.toISOString()}.`)

async function lostTo({ id, offerId }: Answer, { answers }: AnswerDesk): Promise<AnswerRefused> {
  const now = (await answers.ofOffer(offerId)).find((one) => one.id === id)
  return now?.word ? answeredBy(now.word) : new AnswerRefused('closed')
}

/** Each is asked once about an offer, so a chain of passing on never comes back to anybody. */
async function mayBeAsked(
  to: string,
  offer: Offer,
  answer: Answer,
  others: Answer[],
  { organisations }: AnswerDesk,
): Promise<void> {
  const next = await organisations.find(to)
  const answers = next?.kind === 'entity' || (next?.kind === 'office' && !next.parentId)
  if (!answers || offer.screening?.barredFor.includes(to)) throw new AnswerRefused('unknown-entity')
  if (to === answer.organisationId || others.some(({ organisationId }) => organisationId === to))
    throw new AnswerRefused('asked-already')
}

function effectsOf(answer: Answer, word: Word, account: Account, now: Date): Effect[] {
  const { id, offerId, organisationId } = answer
  const { accountId: _account, ...by } = word.by
  const news = told(
    { kind: 'offer-answered', offerId, answerId: id, at: now.toISOString(), because: [newsOf(word, by)] },
    now,
  )
  const trail = [trace('answer', answer, word, account, now), news]
  if (word.kind !== 'passed-on') return trail
  const { to, note } = word
  return [...trail, effect('answer-passed-on', { offerId, from: organisationId, to, note }, now)]
}

const newsOf = ({ kind }: Word, { organisation }: { organisation: string }) => ({
  key: `answers:news.${kind}`,
  values: { organisation },
})

const trace = (act: string, { id, word }: Answer, after: Word | null, actor: Account, now: Date): Effect =>
  audited(
    { actor, act, record: { kind: 'answer', id }, before: word && { word }, after: after && { word: after } },
    now,
  )
