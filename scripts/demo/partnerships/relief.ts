import type { DemoPartnership } from '../types.ts'

/** Business that helps when a disaster strikes, and before. */
export const reliefPartnerships: DemoPartnership[] = [
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
]
