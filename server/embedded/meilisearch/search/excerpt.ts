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

type Window = { first: number; last: number }

/** The best matches within `length` words and what stands around them; undefined if all words fit. */
function windowOf(words: TextWord[], length: number): Window | undefined {
  if (length === 0 || words.length <= length) return undefined
  const window = bestMatches(words, length)
  return window ? grown(words, window, length) : { first: 0, last: length - 1 }
}

/** To both sides word by word, backward first, but rather within a sentence than beyond its end. */
function grown(words: TextWord[], { first, last }: Window, length: number): Window {
  const end = words.length - 1
  while (last - first + 1 < length) {
    const [isStart, isEnd] = [words[first]!.isAfterBreak, last < end && words[last + 1]!.isAfterBreak]
    const goesBack = first > 0 && (last === end || !isStart || isEnd)
    const goesOn = last < end && (first === 0 || !isEnd || isStart)
    if (goesBack) first--
    if (goesOn && last - first + 1 < length) last++
  }
  return { first, last }
}

/** Of the runs of matches the one with the most different words, then the closest together, then the first. */
function bestMatches(words: TextWord[], length: number): Window | undefined {
  const places = words.flatMap(({ matched }, place) => (matched > 0 ? [place] : []))
  let best: (Window & { different: number; distance: number }) | undefined
  for (const first of places) {
    const run = places.filter((place) => place >= first && place < first + length)
    const different = new Set(run.map((place) => words[place]!.number)).size
    const distance = run.reduce((sum, place, at) => sum + Math.min(7, place - (run[at - 1] ?? place)), 0)
    const isBetter =
      !best || different > best.different || (different === best.different && distance < best.distance)
    if (isBetter) best = { first, last: run.at(-1)!, different, distance }
  }
  return best && { first: best.first, last: best.last }
}
