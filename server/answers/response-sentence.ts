import type { TFunction } from 'i18next'
import { writingIn } from '../charts/writing.ts'
import type { Answer } from './answer.ts'
import { responseFigures } from './response-figures.ts'

interface Reader {
  language: string
  t: TFunction
}

/** How an entity answers the offers put to it, in a sentence; nothing where these are too few to say. */
export function responseSentence(answers: Answer[], now: Date, { language, t }: Reader): string | undefined {
  const { rate, time } = responseFigures(answers, now)
  const writing = writingIn(language)
  if (rate === null) return undefined
  const share = writing.percent(rate)
  if (time.value === null) return t('entities:answers.rate', { share })
  return t('entities:answers.rate-and-time', { share, time: writing.duration(time.value) })
}
