import type { DemoOffer } from '../types.ts'

export const englishOffers: DemoOffer[] = [
  {
    key: 'solar-fridges-kenya',
    by: 'example-solar',
    title: 'Forty solar vaccine refrigerators for northern Kenya',
    description:
      'We give forty solar direct-drive vaccine refrigerators, each with 36 litres of storage and no battery to replace. The model is WHO-prequalified. Our technicians install them together with county staff in Turkana, Marsabit or Samburu and train two people in each place. A set of spare parts for five years comes with every unit, and nothing is charged for it.',
    language: 'en',
    contributionTypes: ['in-kind-goods'],
    sdgs: [3, 7],
    sdgTargets: ['3.8', '3.b', '7.1'],
    countries: ['KEN', 'UGA'],
    regions: [],
    industry: '2819',
    quantity: { amount: 40, unit: 'refrigerators' },
    value: { amount: 168000, currency: 'EUR' },
    availableFromDays: 10,
    availableUntilDays: 150,
    inKind: {
      condition: 'new',
      freightPaidBy: 'company',
      customsBy: 'shared',
      consignee: 'County vaccine store, Lodwar, Turkana County',
    },
    expectedVerdict: 'cleared',
  },
]
