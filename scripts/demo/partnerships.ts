import type { DemoPartnership } from './types.ts'

/**
 * Partnerships that took place, as facts from public reports in our own words. The companies are no users of the demo,
 * so they stand here by name alone.
 */
export const demoPartnerships: DemoPartnership[] = [
  {
    key: 'wfp-tnt',
    title: 'Express carrier and WFP: moving relief goods and sharing what each knows of logistics',
    description:
      'TNT was the first company to enter a lasting partnership with WFP. It lent specialists in transport, warehouses and fleets, put planes and trucks at WFP’s disposal when disasters struck, and raised funds for meals at school.\n\nFrom this grew the Logistics Emergency Teams, in which several carriers that otherwise compete stand by together for the humanitarian logistics cluster.',
    language: 'en',
    company: 'TNT',
    entities: [{ key: 'wfp' }],
    countries: [],
    regions: [],
    sdgs: [2, 17],
    contributionTypes: ['in-kind-services', 'expertise', 'personnel', 'cash'],
    model: 'humanitarian',
    from: 2002,
    results:
      'In ten years: help in more than 30 emergencies, 19 airlifts given free of charge, and 114 assignments of specialists, among them the design of a supply chain for bread in Egypt.',
    sources: [
      {
        title: 'World Food Programme: TNT and WFP celebrate 10 years of partnership (2012)',
        url: 'https://www.wfp.org/stories/tnt-and-wfp-celebrate-10-year-anniversary-partnership',
      },
      {
        title: 'UN-Business Action Hub: Moving the World, TNT’s pillars of support to WFP',
        url: 'https://business.un.org/en/documents/16',
      },
    ],
  },
  {
    key: 'undp-ocha-dhl',
    title: 'Logistics company, OCHA and UNDP: airports that are ready for a disaster',
    description:
      'After an earthquake or a storm, relief goods pile up at the airport. With OCHA, DHL keeps teams of trained volunteers who run the handling of incoming goods there in the first days. With UNDP it prepares airports before anything happens: workshops with airport staff and authorities find the bottlenecks and end in a plan for the surge.',
    language: 'en',
    company: 'Deutsche Post DHL',
    entities: [
      { key: 'undp' },
      { name: 'United Nations Office for the Coordination of Humanitarian Affairs' },
    ],
    countries: ['ARM', 'BGD', 'SLV', 'LBN', 'NPL', 'PAN', 'PER', 'PHL', 'TUR'],
    regions: [],
    sdgs: [11, 13, 17],
    contributionTypes: ['expertise', 'personnel', 'in-kind-services'],
    model: 'humanitarian',
    from: 2005,
    results:
      'By June 2014 more than 430 people in nine countries were trained to prepare their airports; the agreement was renewed then and again in December 2016.',
    sources: [
      {
        title: 'UNDP: UN and Deutsche Post DHL sign new 3-year agreement for disaster resilience (June 2014)',
        url: 'https://reliefweb.int/report/world/un-and-deutsche-post-dhl-sign-new-3-year-agreement-disaster-resilience',
      },
      {
        title: 'UNDP: Partnership to help airports respond to natural disasters expanded (December 2016)',
        url: 'https://www.undp.org/content/undp/en/home/news-centre/news/2016/12/06/partnership-to-help-airports-respond-to-natural-disasters-expanded.html',
      },
      {
        title: 'econsense: UN and DHL use airport terminals to make disasters less terminal (June 2014)',
        url: 'https://econsense.de/en/announcements/un-and-dhl-use-airport-terminals-make-disasters-less-terminal',
      },
    ],
  },
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
