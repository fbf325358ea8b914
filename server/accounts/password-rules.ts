/** Characters, as a reader counts them. */
export const shortestPassword = 12
export const longestPassword = 200

const fewestDifferent = 5
/** Shorter than this a name proves nothing when it stands in a password. */
const shortestName = 4
const common = ['password', '123456789', 'qwertyuiop', 'letmein', 'iloveyou', 'azertyuiop', 'motdepasse']

/**
 * What makes a password of the right length too easy to guess: `plain` has few different characters, `common` holds
 * what everybody tries, `about-you` a name that others know. `known` are such names: the person's, the company's.
 */
export function weaknessOf(password: string, known: string[]): 'plain' | 'common' | 'about-you' | null {
  const folded = password.toLowerCase()
  if (new Set(folded).size < fewestDifferent) return 'plain'
  if (common.some((word) => folded.replaceAll(word, '').length < shortestPassword / 2)) return 'common'
  const names = known.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const telling = names.filter((name) => name.length >= shortestName)
  const rest = telling.reduce((text, name) => text.replaceAll(name, ''), folded)
  return rest.length < shortestPassword / 2 ? 'about-you' : null
}
