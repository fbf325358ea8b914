import type { DemoOffer } from '../types.ts'

export const contohPalmOffers: DemoOffer[] = [
  {
    key: 'no-recruitment-fees',
    by: 'contoh-palm',
    title: 'A plantation company speaks up against recruitment fees',
    description:
      'Four years ago we stopped passing recruitment fees on to migrant workers and repaid 1,100 of them. Our managing director and the workers’ representative are ready to tell other employers in South-East Asia how it was done and what it cost, at regional meetings and in a public guide. We also open our grievance register to visitors. We ask for nothing in return.',
    language: 'en',
    contributionTypes: ['advocacy'],
    sdgs: [8, 10],
    sdgTargets: ['8.7', '8.8', '10.7'],
    countries: [],
    regions: ['035'],
    industry: '0126',
    availableFromDays: 14,
    availableUntilDays: 240,
    postedDaysAgo: 27,
    expectedVerdict: 'held',
    expectedFrom: 'risk',
    decision: {
      outcome: 'cleared',
      reason:
        'Enhanced due diligence: the land dispute of three years ago was settled with the village councils, and the workers’ union confirms that the fees were repaid. Cleared for advocacy only; to be reviewed in twelve months.',
    },
  },
]
