import type { PostingContent } from '../../postings/posting.ts'
import { readText } from './mentions.ts'
import type { ReadText } from './mentions.ts'

type Written = Pick<PostingContent, 'title' | 'description' | 'language'>

/** Several checks put questions to the same offer. */
const read = new WeakMap<Written, ReadText>()

/** Title and description of an offer, taken apart once per offer object. */
export function readOffer(offer: Written): ReadText {
  const known = read.get(offer)
  if (known) return known
  const text = readText(`${offer.title}\n${offer.description}`, offer.language)
  read.set(offer, text)
  return text
}
