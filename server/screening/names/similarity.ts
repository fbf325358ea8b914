import { likenessByEdits } from './distance.ts'
import { isTelling, nameParts } from './name-parts.ts'
import type { NamePart } from './name-parts.ts'
import { wordLikeness } from './word-likeness.ts'

/** Words less alike than this are two words. */
const sameWordFrom = 0.7
/** Joined names shorter than this say nothing by their letters. */
const shortestJoined = 6
/** Joined names less alike than this are two names, and what the likest reach. */
const sameLettersFrom = 0.83
const mostByLetters = 0.98
/** What a name within a longer one is worth at least, where it covers little of it. */
const partOfLonger = 0.75
/** Names that are alike in nothing but words that many share. */
const onlyCommonWords = 0.7

/** Names that are alike in a single word, and not the same. */
const onlyOneWord = 0.9

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
  const telling = pairs.filter(({ a, b }) => isTelling(a) && isTelling(b))
  const both = overlap(pairs, one, other)
  if (telling.length === 0) return both * onlyCommonWords
  if (telling.length >= 2) return Math.max(both, containment(pairs, one, other))
  return pairs.length > 1 || both === 1 ? both : both * onlyOneWord
}

/** Share of both names that has a counterpart. */
function overlap(pairs: Pair[], one: readonly NamePart[], other: readonly NamePart[]): number {
  const shared = pairs.reduce((sum, { a, b, like }) => sum + like * (a.weight + b.weight), 0)
  return shared / (weightOf(one) + weightOf(other))
}

/** Share of the shorter name that has a counterpart; a person's full name holds the name in use. */
function containment(pairs: Pair[], one: readonly NamePart[], other: readonly NamePart[]): number {
  const oneIsShort = weightOf(one) <= weightOf(other)
  const [short, long] = oneIsShort ? [weightOf(one), weightOf(other)] : [weightOf(other), weightOf(one)]
  const covered = pairs.reduce((sum, { a, b, like }) => sum + like * (oneIsShort ? a : b).weight, 0)
  return (covered / short) ** 1.5 * (partOfLonger + (1 - partOfLonger) * (short / long))
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

/** Words written together or apart: "Petro Chem" and "Petrochem"; words that many names share are paired as ever. */
function byLetters(one: readonly NamePart[], other: readonly NamePart[]): number {
  if (joined(one, 'word') === joined(other, 'word')) return 1
  const [a, b] = [one.filter(isTelling), other.filter(isTelling)]
  if (a.length === b.length || !isLongEnough(a) || !isLongEnough(b)) return 0
  const likest = joinedLikeness(a, b)
  if (likest < sameLettersFrom) return 0
  const common = alignment(one.filter(isCommon), other.filter(isCommon))
  const shared = common.reduce((sum, pair) => sum + pair.like * (pair.a.weight + pair.b.weight), 0)
  return (likest * mostByLetters * (weightOf(a) + weightOf(b)) + shared) / (weightOf(one) + weightOf(other))
}

function joinedLikeness(one: readonly NamePart[], other: readonly NamePart[]): number {
  const sounds = likenessByEdits(joined(one, 'sound'), joined(other, 'sound'))
  if (![...one, ...other].some(({ isVowelless }) => isVowelless)) return sounds
  return Math.max(sounds, likenessByEdits(joined(one, 'skeleton'), joined(other, 'skeleton')))
}

const isCommon = (part: NamePart): boolean => !isTelling(part)
const isLongEnough = (parts: readonly NamePart[]): boolean => joined(parts, 'word').length >= shortestJoined
const joined = (parts: readonly NamePart[], form: 'word' | 'sound' | 'skeleton'): string =>
  parts.map((part) => part[form]).join('')
const weightOf = (parts: readonly NamePart[]): number => parts.reduce((sum, { weight }) => sum + weight, 0)
