import type { DemoPartnership } from '../types.ts'

/** Partnerships in the business itself: what it makes, how its workers fare, what it says. */
export const businessPartnerships: DemoPartnership[] = [
  {
    key: 'wfp-dsm',
    title: 'Better food in the basket: fortified rice and other foods made with a nutrition company',
    description:
      'DSM brings to WFP what its business rests on: knowledge of vitamins and minerals, quality assurance, marketing. Together they improved the foods that WFP gives out, above all by fortifying rice, and helped makers to produce it in their own countries.',
    language: 'en',
    company: 'Royal DSM',
    entities: [{ key: 'wfp' }],
    countries: ['BGD', 'CMR', 'CIV', 'DOM', 'GMB', 'NGA', 'SEN'],
    regions: [],
    sdgs: [2, 3],
    contributionTypes: ['expertise', 'technology', 'cash'],
    model: 'core-business',
    from: 2007,
    results:
      'In 2021 WFP reached about 35 million people with foods that the partnership had improved; rice was fortified in six countries of West Africa and the Caribbean that year. In Bangladesh more than 70 small and medium enterprises learned to make fortified rice.',
    sources: [
      {
        title: 'Sight and Life: Food fortification, a robust tool to boost nutrition',
        url: 'https://sightandlife.org/our-work/our-projects/food-fortification-a-robust-tool-to-boost-nutrition',
      },
      {
        title: 'Nutrition Insight: DSM partners with WFP to scale up rice fortification (May 2022)',
        url: 'https://nutritioninsight.com/news/fighting-unaffordable-nutrition-dsm-partners-with-wfp-to-scale-up-rice-fortification.html',
      },
    ],
  },
  {
    key: 'ilo-better-work',
    title:
      'Better Work: clothing brands, factories, unions and governments raise working conditions together',
    description:
      'The ILO and the International Finance Corporation check factories against labour standards and national law and help managers and workers to agree on remedies. The brands that buy from these factories pay for the audits; governments, employers and unions take part in every country.',
    language: 'en',
    company: 'Buyers of garments, among them adidas, Gap, H&M and Levi Strauss',
    entities: [{ key: 'ilo' }, { name: 'International Finance Corporation' }],
    countries: ['KHM', 'HTI', 'JOR', 'LSO', 'IDN', 'VNM', 'NIC', 'BGD'],
    regions: [],
    sdgs: [5, 8],
    contributionTypes: ['cash'],
    model: 'transformational',
    from: 2007,
    results:
      'Programmes in eight countries. Among the factories that took part in Viet Nam, 65 % sold more and 60 % employed more people.',
    sources: [
      {
        title: 'International Labour Organization, office in Washington: Better Work',
        url: 'https://www.ilo.org/washington/areas/better-work/lang--en/index.htm',
      },
    ],
  },
  {
    key: 'un-women-unstereotype',
    title: 'Unstereotype Alliance: advertising that stops repeating stereotypes of women and men',
    description:
      'Convened by UN Women together with Unilever, advertisers, agencies and media work to keep harmful stereotypes of gender out of what they publish.',
    language: 'en',
    company: 'Unilever',
    entities: [{ key: 'un-women' }],
    countries: [],
    regions: [],
    sdgs: [5, 10],
    contributionTypes: ['advocacy'],
    model: 'advocacy',
    from: 2017,
    results:
      'Within two years the jury of the Cannes Lions festival was given criteria on stereotypes, and attitudes were studied in ten countries.',
    sources: [
      {
        title: 'Unstereotype Alliance: two years of collaboration (June 2019)',
        url: 'https://www.unstereotypealliance.org/tr/node/975',
      },
    ],
  },
]
