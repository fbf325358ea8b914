import type { Posting } from '../postings/posting.ts'
import { profileOf, type Profile } from './profile.ts'

/** About 10 KB each. */
const mostProfiles = 4_000

/** Remembers the profiles asked for last, by posting and revision. */
export function rememberProfiles(most = mostProfiles): (posting: Posting) => Profile {
  const remembered = new Map<string, Profile>()
  return (posting) => {
    const key = `${posting.id} ${posting.revision}`
    const profile = remembered.get(key) ?? profileOf(posting)
    remembered.delete(key)
    remembered.set(key, profile)
    if (remembered.size > most) remembered.delete(remembered.keys().next().value ?? '')
    return profile
  }
}
