import { industryPath } from '../../vocabulary/industries.ts'
import { assess, type Assess } from '../assessment.ts'

/** By how many levels of ISIC (section, division, group, class) two industries agree. */
const worth = [0, 0.4, 0.8, 1, 1]

/** The industries that the two postings name. */
export const sector: Assess = ({ offer, need }) => {
  const given = industryPath(offer.posting.industry ?? '')
  const asked = industryPath(need.posting.industry ?? '')
  if (given.length === 0 || asked.length === 0) return null
  const common = asked.filter((level) => given.includes(level))
  const deepest = common.at(-1)
  if (!deepest) return assess('sector', 0, 'apart')
  const isWhole = common.length === Math.min(asked.length, given.length)
  return assess('sector', isWhole ? 1 : (worth[common.length] ?? 0), 'shared', { industries: [deepest] })
}
