import type { Posting } from '../postings/posting.ts'
import type { Score } from './match.ts'
import { profileOf } from './profile.ts'
import { supposedRarity } from './rarity.ts'
import { scoreMatch } from './score.ts'

interface Example extends Score {
  offer: Posting
  need: Posting
}

/** An offer and a need that nobody posted, scored as those on the site are: how a score comes about, shown. */
export function exampleMatch(now: Date): Example {
  const [offer, need] = [exampleOffer(now), exampleNeed(now)]
  const [offered, needed] = [offer, need].map((posting) => ({ posting, profile: profileOf(posting) }))
  if (!offered || !needed) throw new Error('An example has two sides')
  const pair = { offer: offered, need: needed, rarity: supposedRarity, partnerships: 1, now }
  return { offer, need, ...scoreMatch(pair) }
}

const posted = (now: Date) => ({
  organisationId: 'example',
  revision: 1,
  ...{ createdAt: now, updatedAt: now, publishedAt: now, withdrawnAt: null },
  language: 'en',
  sdgTargets: [],
  regions: [],
})

const exampleOffer = (now: Date): Posting => ({
  ...posted(now),
  ...{ id: 'example-offer', side: 'offer', title: 'Twenty solar water pumps' },
  description: 'Solar water pumps for deep wells, with spare parts and a course for village technicians.',
  contributionTypes: ['in-kind-goods'],
  ...{ sdgs: [6, 7], countries: ['KEN', 'UGA'], quantity: { amount: 20, unit: 'pumps' } },
})

const exampleNeed = (now: Date): Posting => ({
  ...posted(now),
  ...{ id: 'example-need', side: 'need', title: 'Water pumps for drought-stricken wells' },
  description: 'Thirty deep wells in Turkana lost their pumps. Villages ask for solar pumps and spare parts.',
  contributionTypes: ['in-kind-goods', 'cash'],
  ...{ sdgs: [6], countries: ['KEN'], quantity: { amount: 30, unit: 'pumps' }, urgency: 'weeks' },
})
