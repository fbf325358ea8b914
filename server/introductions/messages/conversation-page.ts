import type { TFunction } from 'i18next'
import type { Account } from '../../accounts/account.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../records/new-id.ts'
import { addressWith } from '../../web/address.ts'
import type { FieldErrors } from '../../web/form-errors.ts'
import { formFields } from '../../web/forms.ts'
import type { Introduction } from '../introduction-access.ts'
import { stands } from '../introduction.ts'
import { messageRow } from './message-row.ts'
import { messagesPerPage } from './message-store.ts'
import { longestMessage, mayTakeBack, type Message } from './message.ts'

interface ConversationContext {
  account: Account
  /** oldest first */
  messages: Message[]
  /** the account's latest message */
  latestOwn: Message | null
  /** the page begins before this message; none on the latest page */
  before?: string
  /** what was typed and not taken */
  typed?: string
  errors: FieldErrors
  now: Date
  t: TFunction
}

/** The model of `views/introductions/_conversation.hbs`. */
export function conversationPage({ match }: Introduction, context: ConversationContext) {
  const { messages, before, t } = context
  const [first] = messages
  const more = messages.length === messagesPerPage && first
  return {
    ...{ matchId: match.id, live: before === undefined },
    rows: messages.map((message) => messageRow(message, t)),
    older: more && addressWith(paths.introduction(match), { before: more.id }),
    newer: before && paths.introduction(match),
    reading: paths.messageReading(match),
    composer: stands(match) ? composer(match, context) : undefined,
    /** shown where a message came too late to be sent, so that it can be copied */
    unsent: stands(match) ? undefined : context.typed,
    takeBack: takeBackOf(match, context),
  }
}

function composer(match: Introduction['match'], { account, typed, errors, t }: ConversationContext) {
  const field = formFields({ t, words: 'introductions:message', values: { text: typed }, errors })
  const draft = `message:${account.id}:${match.id}`
  const attributes = { maxlength: longestMessage, rows: 4, 'data-draft': draft }
  return {
    action: paths.messages(match),
    key: newId(),
    text: field('text', { kind: 'textarea', required: true, attributes }),
  }
}

const takeBackOf = ({ id }: { id: string }, { latestOwn, now }: ConversationContext): string | undefined =>
  mayTakeBack(latestOwn, now) ? paths.messageWithdrawal({ id }, latestOwn) : undefined
