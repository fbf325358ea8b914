/** What the search index `partnerships` is asked by; `search-config/` configures every one of these. */
export const filterAttributes = [
  'id',
  'model',
  'contributionTypes',
  'sdgs',
  'countries',
  'regions',
  'groups',
  'anywhere',
  'organisationIds',
  'language',
  'from',
  'createdAt',
] as const

export const sortAttributes = [
  'id',
  'from',
  'createdAt',
] as const satisfies readonly (typeof filterAttributes)[number][]

/** Most telling first: the attribute rank rule prefers a hit in an earlier one. */
export const searchAttributes = ['title', 'partners', 'labels', 'places', 'description', 'results'] as const
