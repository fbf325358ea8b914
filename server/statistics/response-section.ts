import { answerDays } from '../answers/answer.ts'
import type { ResponseFigures } from '../answers/response-figures.ts'
import { shareOf } from '../charts/share-of.ts'
import type { NameOf } from '../organisations/naming.ts'
import { paths } from '../paths.ts'
import { medianText } from './median-text.ts'
import type { StatisticsReader } from './reader.ts'
import type { Responses } from './responses.ts'

/** Entities that are shown without asking for all. */
const most = 12

/** The model of `views/statistics/_responses.hbs`; an entity that is here no more is not named. */
export function responseSection({ all, entities }: Responses, nameOf: NameOf, reader: StatisticsReader) {
  const { t, writing } = reader
  const few = t('statistics:responses.too-few')
  const inWords = ({ asked, answeredInTime, rate, time }: ResponseFigures) => ({
    asked,
    inTime: answeredInTime,
    rate: rate === null ? few : writing.percent(rate),
    bar: rate !== null && { share: shareOf(rate, 1), tone: 'accent' },
    median: time.value === null ? few : medianText(time, reader),
  })
  const rows = entities
    .map((one) => ({
      ...{ name: nameOf(one.organisationId), href: paths.organisation({ id: one.organisationId }) },
      ...inWords(one),
    }))
    .filter(({ name }) => name)
  return {
    summary: t(all.asked === 0 ? 'statistics:responses.none' : 'statistics:responses.summary', {
      asked: writing.number(all.asked),
      ...{ rate: inWords(all).rate, median: inWords(all).median, days: answerDays },
    }),
    rows: rows.slice(0, most),
    all: rows.length > most && rows,
  }
}
