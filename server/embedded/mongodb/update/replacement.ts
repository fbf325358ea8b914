import type { Document } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { withTimestamps } from '../bson/timestamps.ts'
import type { Update } from './update.ts'

/** Puts a whole document in the place of another. */
export function compileReplacement(replacement: Document): Update {
  for (const name of replacement.keys())
    if (name.startsWith('$'))
      refuse(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      )
  return () => new Map(withTimestamps(replacement))
}
