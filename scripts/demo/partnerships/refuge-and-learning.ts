import type { DemoPartnership } from '../types.ts'

/** Help for people who fled, and for those who learn and start a business. */
export const refugeAndLearningPartnerships: DemoPartnership[] = [
  {
    key: 'unhcr-ikea-foundation',
    title: 'Foundation and UNHCR: from emergency relief to livelihoods for refugees and their hosts',
    description:
      'In 2011 the IKEA Foundation first paid for relief in Ethiopia, when more than 100,000 people fled there from Somalia. A second grant went to what comes after: in five camps of the Dollo Ado region, and in Burkina Faso, refugees and the people who live around them were to earn their own income from farming and small business, and have energy for light and cooking that spares the trees.',
    language: 'en',
    company: 'IKEA Foundation',
    entities: [{ key: 'unhcr' }],
    countries: ['ETH', 'BFA'],
    regions: [],
    sdgs: [1, 7, 10],
    contributionTypes: ['cash'],
    model: 'social-investment',
    from: 2011,
    until: 2017,
    results:
      'For 2015 to 2017 the foundation gave 38 million euros, 33 million of them for more than 200,000 people in Dollo Ado. It was then UNHCR’s largest private partner.',
    sources: [
      {
        title: 'UNHCR: IKEA Foundation donates EUR 38 million to UNHCR for refugees in Africa (2015)',
        url: 'https://webarchive.archive.unhcr.org/20160919105203mp_/http://kora.unhcr.org/ikea-foundation-donates-e38-million-unhcr-refugees-africa/',
      },
    ],
  },
  {
    key: 'unicef-gucci',
    title: 'Maison de mode et UNICEF : dix ans pour des écoles en Afrique et en Asie',
    description:
      'Depuis 2005, Gucci et son personnel financent le travail de l’UNICEF pour l’éducation, surtout dans le cadre de l’initiative Schools for Africa : accès à l’école pour les filles, les orphelins et les enfants les plus pauvres, formation des enseignants, salles de classe, eau et latrines.',
    language: 'fr',
    company: 'Gucci',
    entities: [{ key: 'unicef' }],
    countries: [],
    regions: ['202', '142'],
    sdgs: [4, 5],
    contributionTypes: ['cash'],
    model: 'social-investment',
    from: 2005,
    results:
      'En dix ans, plus de sept millions d’enfants ont eu accès à une meilleure éducation : plus de 8 700 enseignants formés et près de 300 salles de classe construites.',
    sources: [
      {
        title:
          'UN News: Marking 10-year partnership, UNICEF and Gucci celebrate education successes (June 2015)',
        url: 'https://news.un.org/en/story/2015/06/500582-marking-10-year-partnership-unicef-and-gucci-celebrate-education-successes',
      },
    ],
  },
  {
    key: 'wfp-ericsson-response',
    title: 'Volunteers of a network company bring voice and data to disaster zones',
    description:
      'Employees of Ericsson train for emergencies in their own time. When a disaster strikes, WFP, which leads the emergency telecommunications of the humanitarian agencies, calls them: they set up wireless networks for all who bring help, and stay until the local operators are back.',
    language: 'en',
    company: 'Ericsson',
    entities: [{ key: 'wfp' }],
    countries: [],
    regions: [],
    sdgs: [9, 11, 17],
    contributionTypes: ['personnel', 'technology', 'expertise'],
    model: 'humanitarian',
    from: 2000,
    results:
      'In twenty years more than 60 missions in 40 countries, among them after the cyclone Idai in Mozambique and during Ebola in West Africa; about 150 volunteers stand by.',
    sources: [
      {
        title: 'Channel Post MEA: Ericsson Response completes 20 years of service (June 2020)',
        url: 'https://channelpostmea.com/2020/06/07/ericsson-response-completes-20-years-service',
      },
      {
        title: 'Ericsson: Ericsson Response, connecting volunteers and partners (January 2019)',
        url: 'https://www.ericsson.com/en/blog/2019/1/ericsson-response--connecting-volunteers-and-partners',
      },
    ],
  },
  {
    key: 'unido-hewlett-packard',
    title: 'Computer maker and UNIDO: business and computer skills for young people without work',
    description:
      'Hewlett-Packard gave equipment, course material and the training of trainers; UNIDO found and supported the training centres. What began for unemployed graduates in six African countries was later offered in Asia, Latin America and the Middle East as well, and the lessons were put online in several languages.',
    language: 'en',
    company: 'Hewlett-Packard',
    entities: [{ name: 'United Nations Industrial Development Organization' }],
    countries: ['EGY', 'MAR', 'NGA', 'ZAF', 'TUN', 'UGA'],
    regions: [],
    sdgs: [4, 8, 9],
    contributionTypes: ['technology', 'expertise', 'in-kind-goods'],
    model: 'core-business',
    from: 2008,
    results:
      'From six countries in 2008 the programme grew into a worldwide one in 2010. For Tunisia alone, a joint project of 3.3 million US dollars with the governments of the United States and Italy followed in 2012.',
    sources: [
      {
        title: 'UNIDO (regional office in South Africa): UNIDO and Hewlett-Packard global partnership',
        url: 'https://saro.org.za/what-we-do/poverty-reduction-through-productive-activities/business-investment-and-technology-services/information-and-communications-technology-ict/unido-hewlett-packard-hp-global-partnership-programme/',
      },
      {
        title: 'Hewlett-Packard: new collaboration for Tunisia’s youth (November 2012)',
        url: 'https://app.3blmedia.com/news/getting-started-working-world-new-hppublic-sector-collaboration-tunisias-youth',
      },
    ],
  },
]
