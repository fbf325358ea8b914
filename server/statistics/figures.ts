import { needStatus, needStatuses, type Need, type NeedStatus } from '../needs/need.ts'
import type { CountedNeed, FiguresStore } from './figures-store.ts'
import { funnelOf, type FunnelStep } from './funnel.ts'
import { medianOf, type Median } from '../charts/median.ts'
import { monthOf, perUnit, unitsOf, type TimeUnit } from './months.ts'
import { decisionTime, fateOf, outcomeOf, type CountedOffer, type Fate, type Outcome } from './offer-fate.ts'
import { isWithin, type Span } from './period.ts'
import { countResponses, type Responses } from './responses.ts'
import { countSubject, noSubjects, type Subjects } from './subjects.ts'
import { tally } from './tally.ts'

/** How many, and how many of them an import brought. */
export interface Posted {
  total: number
  imported: number
}

/** What happened to the offers and needs that were published within a span. */
export interface Figures {
  offers: Posted
  needs: Posted
  funnel: FunnelStep[]
  responses: Responses
  outcomes: Record<Outcome, number>
  /** from the rules' hold to the person's word */
  decisions: Median
  /** by the state that they are in now; drafts do not count */
  needStates: Record<NeedStatus, number>
  /** cleared offers only: what else was posted is nobody else's business */
  offered: Subjects
  needed: Subjects
  time: TimeUnit & { offers: number[]; needs: number[]; introductions: number[] }
}

export async function figuresOf(store: FiguresStore, span: Span): Promise<Figures> {
  const [offers, needs] = [await countOffers(store, span), await countNeeds(store, span)]
  const counted = [offers, needs].flatMap(({ months }) => months.entries().map(([month]) => month))
  const units = unitsOf(span, counted)
  return {
    offers: offers.posted,
    needs: needs.posted,
    funnel: funnelOf(offers.fates, offers.timed),
    responses: await countResponses(store, span),
    outcomes: offers.outcomes,
    decisions: medianOf(offers.decisions),
    needStates: needs.states,
    offered: offers.subjects,
    needed: needs.subjects,
    time: {
      ...units,
      offers: perUnit(offers.months, units),
      needs: perUnit(needs.months, units),
      introductions: perUnit(offers.introductions, units),
    },
  }
}

const noOffers = () => ({
  posted: { total: 0, imported: 0 },
  outcomes: { 'cleared-by-rules': 0, 'cleared-by-person': 0, waiting: 0, returned: 0, refused: 0 },
  fates: [] as Fate[],
  /** an import says when something was published elsewhere, which is no time that passed here */
  timed: [] as Fate[],
  decisions: [] as number[],
  subjects: noSubjects(),
  months: tally(),
  introductions: tally(),
})

async function countOffers(store: FiguresStore, span: Span) {
  const milestones = await store.milestones()
  const counts = noOffers()
  for await (const offer of store.offers(span)) {
    const fate = fateOf(offer, milestones.get(offer.id) ?? {})
    count(counts, offer)
    countFate(counts, offer, fate, span)
  }
  return counts
}

function countFate(counts: ReturnType<typeof noOffers>, offer: CountedOffer, fate: Fate, span: Span): void {
  const outcome = outcomeOf(offer)
  if (outcome) counts.outcomes[outcome] += 1
  counts.fates.push(fate)
  counts.decisions.push(...[decisionTime(offer) ?? []].flat())
  if (!offer.source) counts.timed.push(fate)
  if (fate.cleared) countSubject(counts.subjects, offer)
  if (fate.introduced && isWithin(fate.introduced, span)) counts.introductions.add(monthOf(fate.introduced))
}

async function countNeeds(store: FiguresStore, span: Span) {
  const states = Object.fromEntries(needStatuses.map((status) => [status, 0]))
  const counts = {
    posted: { total: 0, imported: 0 },
    states: states as Record<NeedStatus, number>,
    subjects: noSubjects(),
    months: tally(),
  }
  for await (const need of store.needs(span)) {
    count(counts, need)
    counts.states[needStatus(need as Need, span.until)] += 1
    countSubject(counts.subjects, need)
  }
  return counts
}

function count(
  { posted, months }: Pick<ReturnType<typeof noOffers>, 'posted' | 'months'>,
  { publishedAt, source }: CountedOffer | CountedNeed,
): void {
  posted.total += 1
  if (source) posted.imported += 1
  if (publishedAt) months.add(monthOf(publishedAt))
}
