import type { DemoOffer } from '../types.ts'

export const inventedLeafOffers: DemoOffer[] = [
  {
    key: 'grants-malawi-farmers',
    by: 'invented-leaf',
    title: 'Grants for young entrepreneurs in Malawi’s farming districts',
    description:
      'We set aside 250,000 dollars for young people in Malawi who start a small business in processing, repair or trade. The money goes to a grant fund run by others, in two payments, and no conditions are attached. We would be glad to hear once a year how the businesses are doing.',
    language: 'en',
    contributionTypes: ['cash'],
    sdgs: [1, 8],
    sdgTargets: ['8.3', '8.6'],
    countries: ['MWI'],
    regions: [],
    value: { amount: 250000, currency: 'USD' },
    availableUntilDays: 300,
    postedDaysAgo: 13,
    expectedVerdict: 'held',
    expectedFrom: 'permitted',
  },
  {
    key: 'warehouses-beira',
    by: 'invented-leaf',
    title: 'Warehouse space in Beira and Lilongwe for relief goods',
    description:
      'We have 4,000 square metres of dry, closed warehouse space free in Beira and 1,500 in Lilongwe. Relief goods can be stored there for up to nine months without rent, and guards and fire protection are included. Loading ramps and forklifts may be used by the logistics team.',
    language: 'en',
    contributionTypes: ['access'],
    sdgs: [2, 11],
    sdgTargets: ['11.5'],
    countries: ['MOZ', 'MWI'],
    regions: [],
    industry: '5210',
    quantity: { amount: 5500, unit: 'square metres' },
    availableUntilDays: 270,
    postedDaysAgo: 38,
    expectedVerdict: 'held',
    expectedFrom: 'permitted',
    decision: {
      outcome: 'refused',
      reason:
        'The company declares that 30 % of its revenue comes from making tobacco products. The rule on tobacco production leaves no room for a partnership, whatever is offered.',
    },
  },
]
