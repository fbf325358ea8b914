import type { Assessment, Pair } from './assessment.ts'
import { text } from './factors/text.ts'
import { topic } from './factors/topic.ts'

/** An assessment and the points that it can bring. */
export interface Weighed extends Assessment {
  of: number
}

/** How much of the subject's points go to the more telling of topic and text. */
const stronger = 0.7

/**
 * What the two postings are about, for `of` points in all. In one language topic and text both speak, and the one
 * that sees more counts more: paraphrases share concepts but few words, and rare subjects words but no concepts.
 * Across languages concepts alone are compared, unless a side has none.
 */
export function assessSubject(pair: Pair, of: number): Weighed[] {
  const byTopic = topic(pair)
  if (byTopic && pair.offer.posting.language !== pair.need.posting.language) return [{ ...byTopic, of }]
  const byText = text(pair)
  if (!byTopic) return [{ ...byText, of }]
  const more = Math.round(of * stronger)
  const topicOf = byTopic.share >= byText.share ? more : of - more
  return [
    { ...byTopic, of: topicOf },
    { ...byText, of: of - topicOf },
  ]
}
