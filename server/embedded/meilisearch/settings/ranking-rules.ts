export const builtInRules = [
  'words',
  'typo',
  'proximity',
  'attribute',
  'attributeRank',
  'sort',
  'wordPosition',
  'exactness',
]

/** `field:asc` or `field:desc`, as ranking rules and sort criteria write it. */
export type FieldOrder = { field: string; descending: boolean }

/** Undefined for a built-in rule or anything else that is not of the form. */
export function customRule(rule: string): FieldOrder | undefined {
  const match = /^(.+):(asc|desc)$/.exec(rule)
  return match ? { field: match[1]!, descending: match[2] === 'desc' } : undefined
}
