/** What the search indexes `offers` and `needs` are asked by; `search-config/` configures every one of these. */
export const filterAttributes = [
  'state',
  'openFrom',
  'openUntil',
  'contributionTypes',
  'sdgs',
  'countries',
  'regions',
  'anywhere',
  'concepts',
  'mainConcepts',
  'industry',
  'urgency',
  'language',
  'organisationId',
  'entityIds',
  'barredFor',
  'createdAt',
] as const
export type FilterAttribute = (typeof filterAttributes)[number]

/** Counted beside the results of a listing. */
export const facetAttributes = [
  'contributionTypes',
  'sdgs',
  'countries',
  'regions',
  'language',
  'state',
  'concepts',
] as const satisfies readonly FilterAttribute[]

export const sortAttributes = ['createdAt', 'openUntil'] as const satisfies readonly FilterAttribute[]

/** Most telling first: the attribute rank rule prefers a hit in an earlier one. */
export const searchAttributes = ['title', 'conceptLabels', 'description', 'organisation'] as const
