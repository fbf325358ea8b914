import type { Account } from '../accounts/account.ts'
import type { Offer } from '../offers/offer.ts'
import { fits, type AlertRule } from './alert-rule.ts'
import type { AlertRuleStore } from './alert-rule-store.ts'
import { concernedBy, type Directory, type Pair } from './concerned.ts'
import type { Sentence } from './notification.ts'
import type { NotificationStore } from './notification-store.ts'

/** A match below this score is on the matches page but rings at nobody's desk. */
export const alertingScore = 60

export interface FoundMatch extends Pair {
  matchId: string
  /** 0 to 100 */
  score: number
  /** why it fits, most telling first */
  because: Sentence[]
}

export type NotifyMatches = (arrival: string, matches: FoundMatch[], now: Date) => Promise<void>

interface MatchNews extends Directory {
  alertRules: AlertRuleStore
  notifications: NotificationStore
}

/**
 * Tells of the matches that a posting's arrival brought, best first: each person hears of the best one among those
 * that concern them, once per arrival. People with rules of their own hear what their rules say.
 */
export function createNotifyMatches(news: MatchNews, ring: () => void): NotifyMatches {
  return async (arrival, matches, now) => {
    const concerned = await concernedBy(matches, news)
    const everybody = new Set(concerned.flatMap(({ people }) => people.map(({ id }) => id)))
    const rules = await news.alertRules.ofPeople([...everybody], 'offer')
    const told = new Set<string>()
    for (const { pair, offer, people } of concerned) {
      const listening = people.filter(
        (person) => !told.has(person.id) && wantsToHear(person, pair, offer, rules),
      )
      for (const { id } of listening) told.add(id)
      const event = { kind: 'match-found' as const, arrival, ...pair }
      await news.notifications.add(event, [...new Set(listening.map(({ id }) => id))], now)
    }
    ring()
  }
}

function wantsToHear({ id }: Account, { score }: FoundMatch, offer: Offer, rules: AlertRule[]): boolean {
  const own = rules.filter(({ accountId }) => accountId === id)
  if (own.length === 0) return score >= alertingScore
  return own.some(
    (rule) => rule.delivery === 'live' && score >= (rule.minScore ?? alertingScore) && fits(rule, offer),
  )
}
