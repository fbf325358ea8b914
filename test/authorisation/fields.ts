export type Fields = Record<string, string>

/** What a route must be sent, in a form or behind a question mark, to get as far as who may use it. */
export const fieldsFor: Record<string, Fields> = {
  'POST /account/mails': { preference: 'at-once' },
  'GET /alerts/rules/new': { search: '/offers?country=KEN' },
  'POST /alerts/rules/:id/delivery': { delivery: 'off' },
  'POST /alerts/rules': { search: '/offers?country=KEN', name: 'Kenya' },
  'POST /api/v1/matches/:id/agreement': {
    ...{ title: 'Cold chain for Turkana', description: 'Fifty refrigerators and training.' },
    ...{ model: 'core-business', startsOn: '2027-01-01' },
  },
  'POST /api/v1/matches/:id/ending': { reason: 'terms' },
  'POST /api/v1/matches/:id/messages': { text: 'Good morning' },
  'POST /api/v1/needs/:id/questions': { text: 'Which voltage is there?' },
  'POST /api/v1/questions/:id/answer': { text: 'None: solar only.' },
  'POST /api/v1/questions/:id/declining': { reason: 'not-known' },
  'POST /api/v1/questions/:id/hiding': { reason: 'abusive' },
  'POST /api/v1/matches/:id/dismissal': { reason: 'other' },
  'POST /api/v1/offers/:id/answer': { answer: 'interested' },
  'POST /api/v1/matches/:id/reservation/release': { reason: 'other' },
  'POST /organisations/:id/profile': { version: '1' },
  'POST /matches/:id/dismissal': { reason: 'other' },
}
