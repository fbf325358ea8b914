/** What the search indexes `offers` and `needs` are asked by; `search-config/` configures every one of these. */
export const filterAttributes = [
  'id',
  'state',
  'openFrom',
  'openUntil',
  'contributionTypes',
  'sdgs',
  'countries',
  'regions',
  'groups',
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
  'groups',
  'language',
  'organisationId',
  'state',
  'concepts',
] as const satisfies readonly FilterAttribute[]

/** A chosen order has `id` as its second word, so that a place in it can be told exactly. */
export const sortAttributes = ['createdAt', 'openUntil', 'id'] as const satisfies readonly FilterAttribute[]

/** Most telling first: the attribute rank rule prefers a hit in an earlier one. `labels` has a part per language. */
export const searchAttributes = ['title', 'labels', 'description', 'organisation'] as const
