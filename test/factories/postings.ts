/** What a client sends to post fifty solar vaccine refrigerators for Kenya; complete, so that screening clears it. */
export const refrigerators = (changes: Record<string, unknown> = {}) => ({
  title: 'Fifty solar vaccine refrigerators',
  description:
    'Fifty new solar direct drive refrigerators for vaccines, 60 litres each, with installation guides for health centres without mains power.',
  language: 'en',
  contributionTypes: ['in-kind-goods'],
  sdgs: [3],
  countries: ['KEN'],
  quantity: { amount: 50, unit: 'refrigerators' },
  inKind: {
    condition: 'new',
    freightPaidBy: 'company',
    customsBy: 'entity',
    consignee: 'UNICEF Kenya, central vaccine store, Nairobi',
  },
  ...changes,
})

/** The need that the refrigerators meet. */
export const refrigeratorsNeeded = (changes: Record<string, unknown> = {}) => ({
  title: 'Solar vaccine refrigerators',
  description:
    'Health centres in Turkana keep vaccines cold with kerosene. We look for solar refrigerators for vaccines, installed and with training for nurses.',
  language: 'en',
  contributionTypes: ['in-kind-goods'],
  sdgs: [3],
  countries: ['KEN'],
  urgency: 'weeks',
  ...changes,
})
