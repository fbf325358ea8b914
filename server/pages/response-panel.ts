import type { Request } from 'express'
import { figuresFrom, responseFigures } from '../answers/response-figures.ts'
import { writingIn } from '../charts/writing.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { Services } from '../services.ts'

type PanelServices = Pick<Services, 'answers' | 'clock'>

/** How an entity, or an office that belongs to none, answers offers; for all to see. */
export async function responsePanel(
  { id, kind, parentId }: Organisation,
  { t, language }: Pick<Request, 't' | 'language'>,
  { answers, clock }: PanelServices,
) {
  if (kind === 'company' || parentId) return undefined
  const now = clock.now()
  const figures = responseFigures(await answers.askedSince(figuresFrom(now), id), now)
  const writing = writingIn(language)
  const few = t('answers:figures.too-few')
  return [
    { label: t('answers:figures.asked'), value: writing.number(figures.asked) },
    { label: t('answers:figures.in-time'), value: writing.number(figures.answeredInTime) },
    { label: t('answers:figures.rate'), value: figures.rate === null ? few : writing.percent(figures.rate) },
    {
      label: t('answers:figures.median'),
      value: figures.time.value === null ? few : writing.duration(figures.time.value),
    },
  ]
}
