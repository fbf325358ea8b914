import type { TFunction } from 'i18next'
import type { Score } from './match.ts'
import { sentence } from './sentence.ts'

/** Sentences of the factors that brought the most points, `most` of them at most. */
export const strongestReasons = (
  { factors }: Pick<Score, 'factors'>,
  most: number,
  t: TFunction,
  language: string,
): string[] =>
  factors
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ message }) => sentence(message, t, language))
