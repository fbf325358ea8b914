import type { TFunction } from 'i18next'
import type { Account } from '../accounts/account.ts'
import type { Introduction } from '../introductions/introduction-access.ts'
import type { MessageStore } from '../introductions/messages/message-store.ts'
import type { ReadingStore } from '../introductions/messages/reading-store.ts'
import type { NameOf } from '../organisations/naming.ts'
import { paths } from '../paths.ts'
import { excerptOf } from '../postings/card-texts.ts'
import { addressWith } from '../web/address.ts'
import { linkedText } from '../web/linked-text.ts'

const pageSize = 20

interface ListContext {
  account: Account
  /** from the address */
  page: unknown
  nameOf: NameOf
  messages: MessageStore
  readings: ReadingStore
  t: TFunction
}

/** The model of `views/introductions/list.hbs`. `all` in the order in which something happened last. */
export async function introductionListPage(all: Introduction[], context: ListContext) {
  const { account, readings, t } = context
  const pages = Math.max(1, Math.ceil(all.length / pageSize))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(context.page)) || 1))
  const markers = await readings.of(account.id)
  const shown = all.slice((page - 1) * pageSize, page * pageSize)
  return {
    title: t('introductions:heading'),
    empty: { href: paths.matches(), text: t('introductions:empty.action') },
    items: await Promise.all(shown.map((own) => itemOf(own, markers.get(own.match.id) ?? '', context))),
    pagination: pages > 1 && {
      position: t('pagination.page', { page }),
      previous: page > 1 && addressOf(page - 1),
      next: page < pages && addressOf(page + 1),
    },
  }
}

const addressOf = (page: number): string => addressWith(paths.introductions(), { page: page > 1 ? page : '' })

async function itemOf(own: Introduction, marker: string, { account, nameOf, messages, t }: ListContext) {
  const { match, offer, need, side, status } = own
  const last = await messages.latest(match.id)
  return {
    ...{ href: paths.introduction(match), status },
    organisation: nameOf(match.parties[side === 'offer' ? 'need' : 'offer']),
    postings: [offer, need].map(({ title, language }) => ({ title, language })),
    last: last && { name: last.name, at: last.sentAt, text: excerptOf(plainOf(last.text)) },
    unread: await messages.countAfter(match.id, marker, account.id),
    waits: t(`introductions:waits.${waitingFor(own)}`),
  }
}

const plainOf = (text: string): string =>
  linkedText(text)
    .map((part) => part.text)
    .join('')

/** Whose turn it is, as the reader sees it. */
function waitingFor({ match, side, status }: Introduction): 'own' | 'other' | 'confirm' | 'first' | 'nobody' {
  if (status === 'introduced' && match.agreement) return match.agreement.side === side ? 'other' : 'confirm'
  if (status !== 'introduced') return 'nobody'
  if (!match.talk) return 'first'
  return match.talk.side === side ? 'other' : 'own'
}
