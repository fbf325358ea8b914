import type { Request } from 'express'
import { writingIn } from '../charts/writing.ts'
import type { NameOf } from '../organisations/naming.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { directionOf } from '../web/i18n.ts'
import type { Figures } from './figures.ts'
import { funnelSection } from './funnel-section.ts'
import { periods, type Period } from './period.ts'
import type { Remembered } from './remember.ts'
import { responseSection } from './response-section.ts'
import { screeningSection } from './screening-section.ts'
import { subjectSection } from './subject-section.ts'
import { timeSection } from './time-section.ts'

/** The model of `views/statistics/statistics.hbs`. */
export function statisticsPage(
  { at, value: figures }: Remembered<Figures>,
  period: Period,
  nameOf: NameOf,
  { t, language }: Reader,
) {
  const writing = writingIn(language)
  const reader = { t, language, direction: directionOf(language), writing }
  return {
    title: t('statistics:title'),
    at,
    periods: periods.map((one) => ({
      label: t(`statistics:period.${one}`),
      href: addressWith(paths.statistics(), { period: one }),
      current: one === period,
    })),
    files: {
      csv: addressWith(`${paths.statistics()}.csv`, { period }),
      json: addressWith(`${paths.statistics()}.json`, { period }),
    },
    posted: (['offers', 'needs'] as const).map((side) => ({
      ...figures[side],
      label: t(`statistics:posted.${side}`),
      imported:
        figures[side].imported > 0 &&
        t('statistics:posted.imported', { number: writing.number(figures[side].imported) }),
    })),
    funnel: funnelSection(figures, reader),
    responses: responseSection(figures.responses, nameOf, reader),
    screening: screeningSection(figures, reader),
    subjects: subjectSection(figures, reader),
    time: timeSection(figures, reader),
  }
}

type Reader = Pick<Request, 't' | 'language'>
