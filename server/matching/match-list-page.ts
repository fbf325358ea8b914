import type { TFunction } from 'i18next'
import type { NameOf } from '../organisations/naming.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import type { SeenMatch } from './match-access.ts'
import type { MatchStatus } from './match.ts'
import { strongestReasons } from './strongest-reasons.ts'

/** What the list can be narrowed down to; the first is shown where nothing is asked for. */
const groups: Record<string, readonly MatchStatus[]> = {
  open: ['suggested', 'interest'],
  interest: ['interest'],
  introduced: ['introduced', 'partnership'],
  ended: ['ended'],
  dismissed: ['dismissed'],
  lapsed: ['lapsed'],
}
const pageSize = 20
const reasonsShown = 3

interface ListContext {
  /** from the address */
  status: unknown
  page: unknown
  nameOf: NameOf
  t: TFunction
  language: string
}

/** `all` best first. An unknown group or page shows the first. */
export function matchListPage(all: SeenMatch[], context: ListContext) {
  const { t } = context
  const group = Object.keys(groups).find((name) => name === context.status) ?? 'open'
  const chosen = inGroup(all, group)
  const pages = Math.max(1, Math.ceil(chosen.length / pageSize))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(context.page)) || 1))
  const shown = chosen.slice((page - 1) * pageSize, page * pageSize)
  return {
    title: t('matches:heading'),
    tabs: Object.keys(groups).map((name) => tab(name, inGroup(all, name).length, name === group, t)),
    items: shown.map((one) => listItem(one, context)),
    empty: all.length === 0 ? 'all' : 'group',
    pagination: pages > 1 && {
      position: t('pagination.page', { page }),
      previous: page > 1 && addressOf(group, page - 1),
      next: page < pages && addressOf(group, page + 1),
    },
  }
}

const inGroup = (all: SeenMatch[], group: string): SeenMatch[] =>
  all.filter(({ status }) => groups[group]?.includes(status))

const tab = (name: string, count: number, current: boolean, t: TFunction) => ({
  label: t(`matches:group.${name}`),
  count,
  current,
  href: addressOf(name, 1),
})

const addressOf = (group: string, page: number): string =>
  addressWith(paths.matches(), { status: group === 'open' ? '' : group, page: page > 1 ? page : '' })

function listItem({ match, offer, need, status, side }: SeenMatch, { nameOf, t, language }: ListContext) {
  const [first, second] = side === 'offer' ? [need, offer] : [offer, need]
  const parts = [first, second].map((posting) => ({
    side: posting.side,
    title: posting.title,
    language: posting.language,
    organisation: nameOf(posting.organisationId),
  }))
  return {
    href: paths.match(match),
    score: match.score,
    status,
    first: parts[0],
    second: parts[1],
    reasons: strongestReasons(match, reasonsShown, t, language),
  }
}
