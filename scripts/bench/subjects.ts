/** What the bench asks for and offers: each subject is a need of the office in Kenya and several offers that fit it. */
export const subjects = [
  { subject: 'solar power for rural health centres', sdg: 7, people: 'clinic managers' },
  { subject: 'vaccine refrigerators and the cold chain', sdg: 3, people: 'vaccinators' },
  { subject: 'safe drinking water from deep wells', sdg: 6, people: 'water committees' },
  { subject: 'school meals from local farms', sdg: 2, people: 'head teachers' },
  { subject: 'digital lessons in secondary schools', sdg: 4, people: 'teachers' },
  { subject: 'early warning of floods and droughts', sdg: 13, people: 'county meteorologists' },
  { subject: 'mobile money for women traders', sdg: 5, people: 'women’s groups' },
  { subject: 'recycling of plastic waste', sdg: 12, people: 'waste pickers' },
  { subject: 'drought-resistant seeds for smallholders', sdg: 2, people: 'extension workers' },
  { subject: 'apprenticeships for unemployed youth', sdg: 8, people: 'young job seekers' },
]

export const counties = ['Turkana', 'Kilifi', 'Garissa', 'Kisumu', 'Marsabit']

type Subject = (typeof subjects)[number]

const common = ({ sdg }: Subject) => ({
  language: 'en',
  contributionTypes: ['expertise'],
  sdgs: [sdg],
  countries: ['KEN'],
  regions: [],
})

export const needOn = (subject: Subject) => ({
  ...common(subject),
  title: `Experts wanted on ${subject.subject}`,
  description: `We look for people who advise ${subject.people} in Kenya on ${subject.subject} for half a year.`,
})

export const offerOn = (subject: Subject, county: string, lot: number) => ({
  ...common(subject),
  title: `Advice on ${subject.subject} in ${county} County`,
  description:
    `Team ${lot}: our engineers spend ${3 + lot} weeks in ${county} and advise ${subject.people} ` +
    `on ${subject.subject}. We bear their pay and travel; nothing is asked in return.`,
})
