import type { DemoOffer } from '../types.ts'

export const specimenPharmaOffers: DemoOffer[] = [
  {
    key: 'oral-rehydration-salts',
    by: 'specimen-pharma',
    title: 'Oral rehydration salts and zinc tablets for cholera treatment',
    description:
      'We donate 1.5 million sachets of low-osmolarity oral rehydration salts and the zinc tablets that go with them for children under five. Both are on the national essential medicines lists of the countries named, are labelled in Arabic and English, and come with a certificate of analysis for each batch. The goods are packed on pallets and can leave Mumbai within eight days. Remaining shelf life on arrival is at least 22 months.',
    language: 'en',
    contributionTypes: ['in-kind-goods'],
    sdgs: [3, 6],
    sdgTargets: ['3.3', '3.8'],
    countries: ['YEM', 'SDN'],
    regions: [],
    industry: '2100',
    quantity: { amount: 1500000, unit: 'sachets' },
    value: { amount: 135000, currency: 'USD' },
    availableFromDays: 2,
    availableUntilDays: 60,
    inKind: {
      condition: 'new',
      shelfLifeDays: 700,
      freightPaidBy: 'company',
      customsBy: 'entity',
      consignee: 'Humanitarian logistics warehouse, Port of Djibouti',
    },
    postedDaysAgo: 1,
    expectedVerdict: 'cleared',
  },
]
