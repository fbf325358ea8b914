/** What the search index `organisations` is asked by; `search-config/` configures every one of these. */
export const filterAttributes = [
  'id',
  'kind',
  'sdgs',
  'topics',
  'industry',
  'countries',
  'regions',
  'groups',
  'listedUntil',
  'name',
  'createdAt',
] as const

export const sortAttributes = [
  'id',
  'name',
  'createdAt',
] as const satisfies readonly (typeof filterAttributes)[number][]

/** Most telling first: the attribute rank rule prefers a hit in an earlier one. */
export const searchAttributes = [
  'acronym',
  'name',
  'entity',
  'labels',
  'places',
  'mandate',
  'description',
] as const
