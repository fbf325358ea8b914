import type { Meilisearch } from 'meilisearch'
import type { AnswerStore } from '../answers/answer-store.ts'
import type { Clock } from '../connections/clock.ts'
import type { Log } from '../connections/log.ts'
import type { Indexing } from '../indexing/keep-indexes.ts'
import type { MatchStore } from '../matching/match-store.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { AlertRuleStore } from '../notifications/alert-rule-store.ts'
import type { NotifyMatches } from '../notifications/notify-matches.ts'
import type { Notify } from '../notifications/notify.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import type { WatchlistStore } from '../screening/watchlist-store.ts'

/** What the steps of processing work with. */
export interface StepServices {
  offers: OfferStore
  needs: NeedStore
  organisations: OrganisationStore
  matches: MatchStore
  answers: AnswerStore
  search: Meilisearch
  indexing: Pick<Indexing, 'write'>
  alertRules: AlertRuleStore
  notify: Notify
  notifyMatches: NotifyMatches
  watchlists: WatchlistStore
  clock: Clock
  log: Log
}
