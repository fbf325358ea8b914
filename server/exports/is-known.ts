/** The conditions under which a reader wants to be spared the same text again. */
interface Conditions {
  'if-none-match'?: string
  'if-modified-since'?: string
}

/**
 * Whether the reader has this very text, by its tag or, without one, by its date (RFC 9110, 13.2.2). A reader who
 * also wants no cache in between to answer has asked the right one.
 */
export function isKnown(conditions: Conditions, tag: string, changed: Date): boolean {
  const tags = conditions['if-none-match']
  if (tags !== undefined)
    return tags.trim() === '*' || tags.split(',').some((one) => opaque(one) === opaque(tag))
  return Date.parse(conditions['if-modified-since'] ?? '') >= changed.getTime()
}

/** Whether the tag is weak does not matter here. */
const opaque = (tag: string): string => tag.trim().replace(/^W\//, '')
