import type { DemoPartnership } from '../types.ts'

/** Money, medicines and vaccines for health and water. */
export const healthAndWaterPartnerships: DemoPartnership[] = [
  {
    key: 'undp-every-drop-matters',
    title: 'Every Drop Matters: small grants for water that communities manage themselves',
    description:
      'UNDP and the Coca-Cola Company began in four countries of Eastern Europe and Central Asia. Local groups received small grants to try out ways of getting safe water, using less of it and preparing for a changing climate; what worked was carried elsewhere. In 2010 the regional programme became a worldwide one.',
    language: 'en',
    company: 'The Coca-Cola Company',
    entities: [{ key: 'undp' }],
    countries: ['TUR', 'KAZ', 'ROU', 'HRV'],
    regions: [],
    sdgs: [6, 13],
    contributionTypes: ['cash', 'expertise'],
    model: 'social-investment',
    from: 2006,
    until: 2016,
    results:
      'By 2013 the company had given 11 million US dollars and pledged two million more; projects ran in 18 countries. The programme closed in April 2016, after the Millennium Development Goals that it served.',
    sources: [
      {
        title:
          'UN-Business Action Hub: The Coca-Cola Company and UNDP cooperate on Every Drop Matters (2013)',
        url: 'https://business.un.org/en/documents/11102',
      },
      {
        title: 'UNDP-SIWI Water Governance Facility: Every Drop Matters',
        url: 'https://siwi.org/undp-siwi-water-governance-facility/programmes/every-drop-matters',
      },
    ],
  },
  {
    key: 'who-sanofi',
    title: 'Médicaments gratuits et dépistage contre la maladie du sommeil',
    description:
      'L’entreprise fournit à l’OMS les médicaments contre la maladie du sommeil (pentamidine, mélarsoprol, éflornithine) et finance le dépistage par des équipes mobiles, la formation du personnel et la surveillance. L’accord de 2001 a été renouvelé en 2006, en 2011 et en 2016.',
    language: 'fr',
    company: 'Sanofi',
    entities: [{ key: 'who' }],
    countries: [],
    regions: ['202'],
    sdgs: [3],
    contributionTypes: ['in-kind-goods', 'cash'],
    model: 'social-investment',
    from: 2001,
    results:
      'De 2001 à 2011, environ 160 000 personnes ont été traitées. En 2009, le nombre de nouveaux cas déclarés est passé sous les 10 000, le plus bas depuis près de soixante ans.',
    sources: [
      {
        title: 'World Health Organization: WHO renews agreement with Sanofi-aventis (March 2011)',
        url: 'https://www.who.int/neglected_diseases/WHO_sanofi_partnership_2011/en/',
      },
      {
        title: 'World Health Organization: Human African trypanosomiasis, public-private partnership',
        url: 'https://www.who.int/trypanosomiasis_african/partners/en/',
      },
    ],
  },
  {
    key: 'unicef-pampers',
    title: 'One pack, one vaccine: against tetanus of mothers and newborns',
    description:
      'For each marked pack sold, Pampers pays UNICEF for one vaccine against tetanus. The campaign made a disease known that kills newborns where births are not clean, and paid for vaccines in countries that had not yet eliminated it, among them Madagascar, Myanmar and Uganda.',
    language: 'en',
    company: 'Procter & Gamble (Pampers)',
    entities: [{ key: 'unicef' }],
    countries: ['MDG', 'UGA', 'MMR'],
    regions: [],
    sdgs: [3],
    contributionTypes: ['cash', 'cause-marketing'],
    model: 'social-investment',
    from: 2006,
    results:
      'In the first ten years 100 million women and their newborns were protected, and the disease was eliminated in 17 countries. The lives of about 500,000 newborns were saved, by the partners’ own estimate.',
    sources: [
      {
        title: 'UNICEF: Pampers and UNICEF celebrate a decade together (September 2015)',
        url: 'https://www.unicef.org/media/media_85657.html',
      },
    ],
  },
]
