type Id = { id: string }

/** Every address of the site, built once. */
export const paths = {
  home: () => '/',
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  signOut: () => '/sign-out',
  account: () => '/account',
  offers: () => '/offers',
  newOffer: () => '/offers/new',
  offer: ({ id }: Id) => `/offers/${id}`,
  needs: () => '/needs',
  newNeed: () => '/needs/new',
  need: ({ id }: Id) => `/needs/${id}`,
  posting: ({ id, side }: Id & { side: 'offer' | 'need' }) => `/${side}s/${id}`,
  editing: ({ id, side }: Id & { side: 'offer' | 'need' }) => `/${side}s/${id}/edit`,
  publication: ({ id, side }: Id & { side: 'offer' | 'need' }) => `/${side}s/${id}/publication`,
  withdrawal: ({ id, side }: Id & { side: 'offer' | 'need' }) => `/${side}s/${id}/withdrawal`,
  matches: () => '/matches',
  match: ({ id }: Id) => `/matches/${id}`,
  interest: ({ id }: Id) => `/matches/${id}/interest`,
  dismissal: ({ id }: Id) => `/matches/${id}/dismissal`,
  alerts: () => '/alerts',
  reading: ({ id }: Id) => `/alerts/${id}/reading`,
  readingAll: () => '/alerts/reading',
  screening: () => '/screening',
  screeningCase: ({ id }: Id) => `/screening/${id}`,
  decision: ({ id }: Id) => `/screening/${id}/decision`,
}
