import { assess, type Assess } from '../assessment.ts'

/** One common goal is worth this much, however many others either side names. */
const oneInCommon = 0.6

/** Which goals both serve. */
export const sdg: Assess = ({ offer, need }) => {
  const given = new Set(offer.posting.sdgs)
  const asked = new Set(need.posting.sdgs)
  if (given.size === 0 || asked.size === 0) return null
  const common = [...asked].filter((goal) => given.has(goal)).sort((a, b) => a - b)
  if (common.length === 0) return assess('sdg', 0, 'none')
  const agreement = (2 * common.length) / (given.size + asked.size)
  return assess('sdg', oneInCommon + (1 - oneInCommon) * agreement, 'shared', { sdgs: common.map(String) })
}
