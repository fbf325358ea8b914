import type { TFunction } from 'i18next'
import type { Message, Score } from './match.ts'
import { sentence } from './sentence.ts'

/** What the factors that brought the most points say, `most` of them at most. */
export const strongestMessages = ({ factors }: Pick<Score, 'factors'>, most: number): Message[] =>
  factors
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ message }) => message)

/** Sentences of the factors that brought the most points, `most` of them at most. */
export const strongestReasons = (
  score: Pick<Score, 'factors'>,
  most: number,
  t: TFunction,
  language: string,
): string[] => strongestMessages(score, most).map((message) => sentence(message, t, language))
