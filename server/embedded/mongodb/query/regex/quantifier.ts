import { accept, type Pattern, refuseConstruct, refusePattern } from './pattern.ts'

export interface Quantifier {
  /** As JavaScript writes it, with `?` where it takes little. */
  text: string
  /** Whether it gives nothing back. */
  isPossessive: boolean
}

const mostTimes = 65_535

/** What follows an item and says how often it comes; `undefined` for once. */
export function readQuantifier(pattern: Pattern): Quantifier | undefined {
  const found = accept(pattern, /[*+?]|\{(\d+)(,(\d*))?\}/y)
  if (!found) return undefined
  checkTimes(pattern, found[1], found[3])
  if (pattern.behind > 0 && (found[1] === undefined || found[2] !== undefined))
    return refuseConstruct(pattern)
  if (pattern.flags.has('x') && accept(pattern, /\s+(?=[?+*{])/y)) return refuseConstruct(pattern)
  const suffix = accept(pattern, /[?+]/y)?.[0]
  return { text: found[0] + (suffix === '?' ? '?' : ''), isPossessive: suffix === '+' }
}

function checkTimes(pattern: Pattern, least: string | undefined, most: string | undefined): void {
  const [low, high] = [Number(least ?? 0), Number(most || (least ?? 0))]
  if (low > mostTimes || high > mostTimes) refusePattern(pattern, 'number too big in {} quantifier')
  if (high < low) refusePattern(pattern, 'numbers out of order in {} quantifier')
}
