/** A question on a need, and what the need's people said. */
export interface DemoQuestion {
  key: string
  /** Days before the seeding. */
  daysAgo: number
  /** Keys of demo people. */
  by: string
  need: string
  text: string
  answer?: { by: string; daysAgo: number; text: string }
}

export const demoQuestions: DemoQuestion[] = [
  {
    key: 'turkana-roofs',
    daysAgo: 3,
    by: 'shili',
    need: 'solar-fridges-turkana',
    text: 'Do the health posts have roofs that carry 40 kg per square metre, or must the panels stand on poles?',
    answer: {
      by: 'office',
      daysAgo: 1,
      text: 'About thirty have iron sheets on timber and need poles; ten have concrete roofs. The list with pictures is sent to whoever we are introduced to.',
    },
  },
  {
    key: 'garissa-power',
    daysAgo: 1,
    by: 'cloud',
    need: 'school-internet-garissa',
    text: 'Is there power after dark? Updates of the lessons are best loaded at night, when the satellite is idle.',
  },
  {
    key: 'loreto-hierro',
    daysAgo: 1,
    by: 'vanille',
    need: 'comedores-loreto',
    text: '¿Aceptan también especias y cacao sin azúcar para mejorar el sabor de las mezclas con hierro, o solo alimentos con aporte calórico?',
  },
  {
    key: 'kolda-pieces',
    daysAgo: 6,
    by: 'cargo',
    need: 'chaine-du-froid-kolda',
    text: 'Les pièces de rechange doivent-elles arriver avec les réfrigérateurs, ou un stock à Dakar suffit-il ?',
    answer: {
      by: 'senegal',
      daysAgo: 3,
      text: 'Un stock à Dakar suffit, s’il est accessible aux agents de maintenance de la région sans commande par le siège.',
    },
  },
  {
    key: 'trucks-insurance',
    daysAgo: 1,
    by: 'obrazets',
    need: 'drought-trucks-kenya',
    text: 'Who decides when a road is closed: the convoy leader, or the company whose driver is on it?',
    answer: {
      by: 'wfp',
      daysAgo: 1,
      text: 'The convoy leader may always stop a convoy, and a driver may always refuse to go on. Neither has to give a reason on the road.',
    },
  },
]
