import type { AccountStore } from '../accounts/account-store.ts'
import type { Match } from '../matching/match.ts'
import { audited } from '../records/effect.ts'
import { isAsked } from './answer-access.ts'
import type { AnswerStore } from './answer-store.ts'
import { wordOf } from './give-answer.ts'

interface Services {
  answers: AnswerStore
  accounts: Pick<AccountStore, 'find'>
}

/**
 * Whoever shows interest in a match of an offer has answered the offer as well. The company hears of the interest
 * itself; an answer that was given before stays.
 */
export async function interestAnswers(match: Match, { answers, accounts }: Services): Promise<void> {
  const shown = match.interest.need
  const account = shown && (await accounts.find(shown.accountId))
  if (!account) return
  const answer = (await answers.ofOffer(match.offerId)).find((one) => isAsked(account, one))
  if (!answer || answer.word) return
  const word = { ...wordOf({ kind: 'interested' }, account, shown.at), matchId: match.id }
  const record = { kind: 'answer', id: answer.id }
  await answers.say(answer, word, [
    audited({ actor: account, act: 'answer', record, before: null, after: { word } }, shown.at),
  ])
}
