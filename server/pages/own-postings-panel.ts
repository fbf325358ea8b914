import type { TFunction } from 'i18next'
import { paths } from '../paths.ts'
import { endOf, isStanding } from '../postings/posting-end.ts'
import type { Posting } from '../postings/posting.ts'
import { isRenewable } from '../postings/renewal.ts'
import { addressWith } from '../web/address.ts'

export interface OwnPosting {
  posting: Posting
  status: string
}

interface PanelContext {
  /** from the address: which group of them */
  show: unknown
  now: Date
  t: TFunction
}

/** Groups of own postings in the order of their tabs: each by the states that it holds, `due` by the clock. */
const groups = {
  all: null,
  due: null,
  open: ['open', 'partly-met', 'reserved'],
  checked: ['screening', 'held', 'returned', 'refused'],
  drafts: ['draft'],
  over: ['fulfilled', 'met', 'expired', 'withdrawn'],
} as const
type Group = keyof typeof groups

/** The model of `views/accounts/_postings.hbs`: one group of the organisation's postings, what is due first. */
export function ownPostingsPanel(own: OwnPosting[], { show, now, t }: PanelContext) {
  const names = Object.keys(groups) as Group[]
  const inGroup = (group: Group) => own.filter((one) => belongs(one, group, now))
  const chosen = names.find((name) => name === show) ?? 'all'
  const tabs = names.map((name) => ({
    label: t(`accounts:account.group.${name}`),
    count: inGroup(name).length,
    href: addressWith(paths.account(), { show: name === 'all' ? undefined : name }),
    current: name === chosen,
  }))
  return {
    tabs: own.length > 0 ? tabs.filter(({ count, current }) => count > 0 || current) : undefined,
    postings: inGroup(chosen)
      .sort((a, b) => Number(isDue(b, now)) - Number(isDue(a, now)))
      .map((one) => rowOf(one, now, t)),
  }
}

const isDue = ({ posting, status }: OwnPosting, now: Date): boolean => isRenewable(posting, status, now)

function belongs(one: OwnPosting, group: Group, now: Date): boolean {
  if (group === 'due') return isDue(one, now)
  const states: readonly string[] | null = groups[group]
  return states?.includes(one.status) ?? true
}

function rowOf({ posting, status }: OwnPosting, now: Date, t: TFunction) {
  const due = isDue({ posting, status }, now)
  return {
    href: paths.posting(posting),
    title: posting.title || t('postings:untitled'),
    ...{ status, textLanguage: posting.language, createdAt: posting.createdAt },
    until: status === 'draft' ? undefined : endOf(posting),
    renewal: due ? paths.renewal(posting) : undefined,
    renewalText: t(isStanding(posting) ? 'postings:renewal.stands' : 'postings:renewal.renew'),
  }
}
