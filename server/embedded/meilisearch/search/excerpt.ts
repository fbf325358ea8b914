import type { Matching } from './match.ts'
import type { SearchParameters } from './parameters.ts'
import { textWords } from './text-matches.ts'
import type { TextWord } from './text-matches.ts'

/** How one field is shown: `cropLength` in words, undefined for the whole text. */
export type Shape = { isHighlighted: boolean; cropLength: number | undefined }

/** A text with its matches in tags, cut to the words around the best matches. */
export function excerpt(
  text: string,
  shape: Shape,
  parameters: SearchParameters,
  matching: Matching | undefined,
): string {
  const words = textWords(text, matching)
  const window = shape.cropLength === undefined ? undefined : windowOf(words, shape.cropLength)
  const [from, to] = window ? [words[window.first]!.start, words[window.last]!.end] : [0, text.length]
  const shown = shape.isHighlighted ? highlighted(text, words, from, to, parameters) : text.slice(from, to)
  if (!window) return shown
  const before = window.first > 0 ? parameters.cropMarker : text.slice(0, from)
  const behind = window.last < words.length - 1 ? parameters.cropMarker : text.slice(to)
  return before + shown + behind
}

function highlighted(
  text: string,
  words: TextWord[],
  from: number,
  to: number,
  parameters: SearchParameters,
): string {
  let result = ''
  let copied = from
  for (const { start, matched } of words) {
    if (matched === 0 || start < from || start >= to) continue
    const match = text.slice(start, start + matched)
    result += text.slice(copied, start) + parameters.highlightPreTag + match + parameters.highlightPostTag
    copied = start + matched
  }
  return result + text.slice(copied, to)
}

/** The run of `length` words with the most different matches, these in its middle; undefined if all words fit. */
function windowOf(words: TextWord[], length: number): { first: number; last: number } | undefined {
  if (length === 0 || words.length <= length) return undefined
  let best = { start: 0, end: 0, different: 0 }
  for (let start = 0; start < words.length; start++) {
    if (words[start]!.matched === 0) continue
    const run = words.slice(start, start + length).filter((word) => word.matched > 0)
    const different = new Set(run.map((word) => word.number)).size
    if (different > best.different) best = { start, end: words.indexOf(run.at(-1)!), different }
  }
  const spare = length - (best.end - best.start + 1)
  const first = Math.max(0, Math.min(best.start - Math.floor(spare / 2), words.length - length))
  return { first, last: first + length - 1 }
}
