import type { TFunction } from 'i18next'
import type { Account } from '../../accounts/account.ts'
import { permissionsOf } from '../../accounts/permission.ts'
import { isAsking, type Need } from '../../needs/need.ts'
import { naming, type NameOf } from '../../organisations/naming.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../records/new-id.ts'
import type { FieldErrors } from '../../web/form-errors.ts'
import { errorLinks, formFields } from '../../web/forms.ts'
import { linkedText } from '../../web/linked-text.ts'
import { questionForms } from './question-forms.ts'
import { questionsFor, type QuestionStores, type SeenQuestions } from './question-access.ts'
import { longestQuestion, questionRefusals, questionState, type Question } from './question.ts'

/** A form of the panel that was sent and not accepted. */
export interface SentQuestion {
  which: 'ask' | 'answer' | 'declining' | 'hiding'
  /** of the question that was to be answered */
  questionId?: string
  values: Record<string, unknown>
  errors: FieldErrors
}

interface PanelContext {
  account: Account | undefined
  now: Date
  /** from the address */
  notice: unknown
  /** why a form came to nothing */
  refusal?: string
  sent?: SentQuestion
  t: TFunction
}

/** The model of `views/questions/_questions.hbs`: what the reader may see of the questions on a need, and say to them. */
export async function questionsPanel(needId: string, stores: QuestionStores, context: PanelContext) {
  const { account, now, notice, refusal, sent, t } = context
  const seen = await questionsFor(account, stores, now).ofNeed(needId)
  const askers = seen.questions.map(({ organisationId }) => organisationId)
  const nameOf = await naming([...askers, seen.need.organisationId], stores.organisations)
  const asking = isAsking(seen.need, now)
  return {
    items: seen.questions.map((question) => itemOf(question, seen, nameOf, asking, context)),
    ask: asking ? askForm(seen.need, context) : undefined,
    signIn: asking && !account ? paths.signIn(paths.need(seen.need)) : undefined,
    closed: !asking,
    notice: noticeOf(notice, t),
    refused: noticeOf(refusal, t),
    errors: sent && errorsOf(sent, t),
  }
}

function itemOf(
  question: Question,
  { need, answering }: SeenQuestions,
  nameOf: NameOf,
  asking: boolean,
  { account, sent, t }: PanelContext,
) {
  const { id, text, askedAt, answer, declined, hidden } = question
  const state = questionState(question)
  const reason = hidden
    ? t(`questions:hidden.${hidden.reason}`)
    : declined && t(`questions:declined.${declined.reason}`)
  return {
    ...{ id, askedAt, asker: askerOf(question, answering, nameOf, account, t) },
    person: answering || account?.id === question.accountId ? question.name : undefined,
    parts: linkedText(text),
    state: state === 'answered' ? undefined : t(`questions:state.${state}`),
    reason,
    answer: answer && {
      by: t('questions:answered', { organisation: nameOf(need.organisationId) }),
      at: answer.at,
      parts: linkedText(answer.text),
    },
    forms: answering ? questionForms(question, asking, sent, t) : undefined,
  }
}

/** Only the need's side and the asker's own company learn which company asked. */
function askerOf(
  { organisationId }: Question,
  answering: boolean,
  nameOf: NameOf,
  account: Account | undefined,
  t: TFunction,
): string {
  if (account?.organisation.id === organisationId) return t('questions:asked-own')
  return answering
    ? t('questions:asked-named', { organisation: nameOf(organisationId) })
    : t('questions:asked-by')
}

function askForm(need: Need, { account, sent, t }: PanelContext) {
  if (!permissionsOf(account).postOffers) return undefined
  const own = sent?.which === 'ask' ? sent : { values: {}, errors: {} }
  const field = formFields({ t, words: 'questions', ...own })
  const attributes = {
    maxlength: longestQuestion,
    rows: 3,
    'data-draft': `question:${account?.id}:${need.id}`,
  }
  return {
    action: paths.asking(need),
    key: newId(),
    text: field('text', { kind: 'textarea', required: true, attributes }),
  }
}

const errorsOf = ({ which, questionId, errors }: SentQuestion, t: TFunction) =>
  errorLinks(errors, t, which === 'ask' ? 'questions' : `questions:${which}`).map(({ href, text }) => ({
    text,
    href: questionId ? `${href}-${questionId}` : href,
  }))

function noticeOf(word: unknown, t: TFunction) {
  const refusal = [...questionRefusals, 'too-many'].find((one) => one === word)
  if (refusal) return { tone: 'warning', text: t(`questions:refusal.${refusal}`) }
  const done = ['asked', 'answered', 'declined', 'hidden'].find((one) => one === word)
  return done && { tone: 'success', text: t(`questions:notice.${done}`) }
}
