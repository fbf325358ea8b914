export type Fields = Record<string, string>

/** What a route must be sent, in a form or behind a question mark, to get as far as who may use it. */
export const fieldsFor: Record<string, Fields> = {
  'GET /alerts/rules/new': { search: '/offers?country=KEN' },
  'POST /alerts/rules/:id/delivery': { delivery: 'off' },
  'POST /alerts/rules': { search: '/offers?country=KEN', name: 'Kenya' },
  'POST /api/v1/matches/:id/dismissal': { reason: 'other' },
  'POST /matches/:id/dismissal': { reason: 'other' },
}
