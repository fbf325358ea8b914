import { assess, type Assess } from '../assessment.ts'

/** What kind of contribution is given and asked for; any one of the kinds asked for serves. */
export const type: Assess = ({ offer, need }) => {
  const given = offer.posting.contributionTypes
  const asked = need.posting.contributionTypes
  if (given.length === 0 || asked.length === 0) return null
  const types = asked.filter((kind) => given.includes(kind))
  if (types.length === 0) return assess('type', 0, 'apart', { types: given, neededTypes: asked })
  if (types.length === asked.length) return assess('type', 1, 'same', { types })
  return assess('type', 1, 'one-of', { types, neededTypes: asked })
}
