import { likenessByEdits } from './distance.ts'
import type { NamePart } from './name-parts.ts'

/** An initial that may stand for a word. */
const initial = 0.9
/** Most that words of one sound but other letters can reach, by the letters of the shorter: short words sound alike easily. */
const mostBySound = [0, 0, 0.75, 0.8, 0.9] as const
const mostByLongSound = 0.97
/** Words of the same consonants where a script writes no vowels, by the number of consonants. */
const mostBySkeleton = [0, 0, 0.85, 0.92] as const
const mostByLongSkeleton = 0.95

/** How alike two words of names are, 0 to 1: by letters, by sound, by consonants where vowels are not written. */
export function wordLikeness(a: NamePart, b: NamePart): number {
  if (a.word === b.word) return 1
  if (a.word.length === 1 || b.word.length === 1) return a.word[0] === b.word[0] ? initial : 0
  if (a.isVowelless !== b.isVowelless) return Math.max(bySkeleton(a, b), bySound(a, b))
  return bySound(a, b)
}

function bySound(a: NamePart, b: NamePart): number {
  const shorter = Math.min(a.word.length, b.word.length)
  const sounds = likenessByEdits(a.sound, b.sound)
  const skeletons = a.skeleton === b.skeleton ? (1 + sounds) / 2 - 0.05 : 0
  const letters = likenessByEdits(a.word, b.word)
  return Math.min(
    mostBySound[shorter] ?? mostByLongSound,
    Math.max(sounds, letters, sounds > 0.6 ? skeletons : 0),
  )
}

function bySkeleton(a: NamePart, b: NamePart): number {
  const shorter = Math.min(a.skeleton.length, b.skeleton.length)
  return likenessByEdits(a.skeleton, b.skeleton) * (mostBySkeleton[shorter] ?? mostByLongSkeleton)
}
