import { likenessByEdits } from './distance.ts'
import { nameParts } from './name-parts.ts'
import type { NamePart } from './name-parts.ts'

/** Words less alike than this are two words. */
const sameWordFrom = 0.72
/** Two words that share their consonants only. */
const sharedSkeleton = 0.88
const shortestSkeleton = 3
/** An initial that stands for a word. */
const initialLikeness = 0.9
/** Joined names shorter than this say nothing by their letters. */
const shortestJoined = 6
/** What a name within a longer one is worth at least, where it covers little of it. */
const partOfLonger = 0.72

/**
 * How alike two names are, from 0 to 1, whatever their script, word order, legal form, initials or small errors.
 * 1 is the same; from `candidateFrom` on a person should look.
 */
export function similarity(one: string, other: string): number {
  return likeness(nameParts(one), nameParts(other))
}

export function likeness(one: readonly NamePart[], other: readonly NamePart[]): number {
  if (one.length === 0 || other.length === 0) return 0
  return Math.max(byWords(one, other), byLetters(one, other))
}

interface Pair {
  a: NamePart
  b: NamePart
  like: number
}

function byWords(one: readonly NamePart[], other: readonly NamePart[]): number {
  const pairs = alignment(one, other)
  const [short, long] = weightOf(one) <= weightOf(other) ? [one, other] : [other, one]
  const shared = pairs.reduce((sum, { a, b, like }) => sum + like * (a.weight + b.weight), 0)
  const both = shared / (weightOf(one) + weightOf(other))
  if (pairs.length < 2) return both
  const covered = pairs.reduce((sum, { a, b, like }) => sum + like * (short === one ? a : b).weight, 0)
  const size = weightOf(short) / weightOf(long)
  return Math.max(both, (covered / weightOf(short)) ** 2 * (partOfLonger + (1 - partOfLonger) * size))
}

/** Each word with its likest counterpart, the likest pairs first, no word twice. */
function alignment(one: readonly NamePart[], other: readonly NamePart[]): Pair[] {
  const all = one
    .flatMap((a) => other.map((b) => ({ a, b, like: wordLikeness(a, b) })))
    .filter(({ like }) => like >= sameWordFrom)
    .sort((x, y) => y.like - x.like)
  const taken = new Set<NamePart>()
  return all.filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false
    taken.add(a).add(b)
    return true
  })
}

function wordLikeness(a: NamePart, b: NamePart): number {
  if (a.word === b.word) return 1
  if (a.word.length === 1 || b.word.length === 1) return a.word[0] === b.word[0] ? initialLikeness : 0
  const sounds = likenessByEdits(a.sound, b.sound)
  const skeletons = a.skeleton === b.skeleton && a.skeleton.length >= shortestSkeleton ? sharedSkeleton : 0
  return Math.max(likenessByEdits(a.word, b.word), sounds, skeletons)
}

/** Words written together or apart: "Petro Chem" and "Petrochem". */
function byLetters(one: readonly NamePart[], other: readonly NamePart[]): number {
  const [a, b] = [joined(one), joined(other)]
  if (Math.min(a.length, b.length) < shortestJoined) return a === b ? 1 : 0
  return likenessByEdits(a, b)
}

const joined = (parts: readonly NamePart[]): string => parts.map(({ sound }) => sound).join('')
const weightOf = (parts: readonly NamePart[]): number => parts.reduce((sum, { weight }) => sum + weight, 0)
