import type { Account } from '../accounts/account.ts'
import { concernedBy, type Directory, type Pair } from './concerned.ts'
import type { Event } from './notification.ts'

/** Events about one thing; the matches of a posting that arrives are told together, see `notify-matches.ts`. */
export type SingleEvent = Exclude<Event, { kind: 'match-found' }>

/** Who hears about it. */
export async function recipientsOf(event: SingleEvent, directory: Directory): Promise<Account[]> {
  switch (event.kind) {
    case 'offer-held':
      return directory.accounts.withRole('screener')
    case 'offer-screened':
    case 'offer-decided':
    case 'offer-answered':
    case 'offer-answer-undone':
      return companyOf(event, directory)
    case 'standing-asked':
    case 'posting-ending':
    case 'posting-ended':
      return posterOf(event, directory)
    case 'interest-shown':
    case 'match-dismissed':
      return event.by === 'offer' ? unSideOf(event, directory) : companyOf(event, directory)
    case 'reservation-made':
    case 'reservation-confirmed':
    case 'reservation-released':
    case 'reservation-lapsing':
    case 'reservation-lapsed':
      return sidesBut(event.by, event, directory)
    case 'match-introduced':
      return [...(await unSideOf(event, directory)), ...(await companyOf(event, directory))]
    case 'posting-fits':
      return directory.accounts.findMany([event.accountId])
    case 'join-asked':
      return admittersOf(event.organisationId, directory)
    case 'join-answered':
      return directory.accounts.findMany([event.accountId])
    case 'message-arrived':
    case 'introduction-ended':
    case 'agreement-proposed':
    case 'agreement-taken-back':
    case 'partnership-agreed':
    case 'question-asked':
    case 'question-answered':
    case 'question-declined':
    case 'entity-engaged':
      return directory.accounts.findMany(event.accountIds)
    case 'offer-passed-on':
    case 'answers-due':
      return directory.accounts.membersOf([event.organisationId])
    case 'import-matched':
      return directory.accounts.membersOf([event.officeId])
  }
}

/** Those who let people into an organisation: its managers, or where it has none the administrators of the site. */
async function admittersOf(organisationId: string, { accounts }: Directory): Promise<Account[]> {
  const people = await accounts.peopleOf(organisationId)
  const managers = people.filter(({ roles }) => roles.includes('manager'))
  return managers.length > 0 ? managers : accounts.withRole('administrator')
}

async function companyOf(
  { offerId }: { offerId: string },
  { offers, accounts }: Directory,
): Promise<Account[]> {
  const offer = await offers.find(offerId)
  return offer ? accounts.membersOf([offer.organisationId]) : []
}

/** The people of both sides, or of the other one. */
async function sidesBut(by: 'offer' | 'need' | undefined, pair: Pair, directory: Directory) {
  const company = by === 'offer' ? [] : await companyOf(pair, directory)
  return by === 'need' ? company : [...company, ...(await unSideOf(pair, directory))]
}

async function posterOf(
  { offerId, needId }: { offerId?: string; needId?: string },
  { offers, needs, accounts }: Directory,
): Promise<Account[]> {
  const posting = offerId ? await offers.find(offerId) : needId ? await needs.find(needId) : null
  return posting ? accounts.membersOf([posting.organisationId]) : []
}

const unSideOf = async (pair: Pair, directory: Directory): Promise<Account[]> =>
  (await concernedBy([pair], directory)).flatMap(({ people }) => people)
