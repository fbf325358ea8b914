import { shareOf } from '../charts/share-of.ts'
import type { Figures } from './figures.ts'
import { medianText } from './median-text.ts'
import type { StatisticsReader } from './reader.ts'

/** The model of `views/statistics/_funnel.hbs`. */
export function funnelSection({ funnel }: Figures, reader: StatisticsReader) {
  const { t, writing } = reader
  const posted = funnel[0]?.count ?? 0
  return {
    summary: t(posted === 0 ? 'statistics:funnel.none' : 'statistics:funnel.summary', {
      ...Object.fromEntries(funnel.map(({ step, count }) => [step, writing.number(count)])),
    }),
    steps: funnel.map(({ step, count, share, median }) => ({
      name: t(`statistics:funnel.${step}.name`),
      meaning: t(`statistics:funnel.${step}.meaning`),
      count,
      bar: { share: shareOf(count, posted), tone: 'accent' },
      share: share === null ? '' : writing.percent(share),
      median: median ? medianText(median, reader) : '',
    })),
  }
}
