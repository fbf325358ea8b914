/** In the array form of Meilisearch: all of the outer list, any of an inner one. */
export type Filters = (string | string[])[]

/** A value as a literal of Meilisearch's filter language. The backslash goes first, it would escape the escapes. */
export const quote = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** Any of the values; no values match nothing. */
export const isOneOf = (attribute: string, values: readonly (string | number)[]): string =>
  `${attribute} IN [${listed(values)}]`

/** None of the values; a document without the attribute passes. */
export const isNoneOf = (attribute: string, values: readonly (string | number)[]): string =>
  `${attribute} NOT IN [${listed(values)}]`

const listed = (values: readonly (string | number)[]): string =>
  values.map((value) => quote(String(value))).join(', ')
