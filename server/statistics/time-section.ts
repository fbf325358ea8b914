import { columnChart } from '../charts/column-chart.ts'
import type { Figures } from './figures.ts'
import type { StatisticsReader } from './reader.ts'

const series = [
  ['offers', 'accent'],
  ['needs', 'warm'],
  ['introductions', 'quiet'],
] as const

/** One chart over time for each of offers, needs and introductions, as their numbers differ by far. */
export function timeSection({ time }: Figures, { t, direction, writing }: StatisticsReader) {
  return series.map(([name, tone]) => {
    const columns = time.keys.map((key, index) => ({ key, value: time[name][index] ?? 0 }))
    const total = columns.reduce((sum, { value }) => sum + value, 0)
    const top = columns.reduce((most, one) => (one.value > most.value ? one : most), { key: '', value: 0 })
    const summary = t(total === 0 ? 'statistics:time.none' : 'statistics:time.summary', {
      total: writing.number(total),
      month: writing.monthInFull(top.key),
      most: writing.number(top.value),
    })
    return columnChart(
      columns.map(({ key, value }) => ({ label: writing.month(key), name: writing.monthInFull(key), value })),
      {
        summary,
        caption: t(`statistics:time.${name}.${time.unit}`),
        labels: t(`statistics:time.${time.unit}`),
        values: t(`statistics:time.values.${name}`),
      },
      { direction, tone, write: writing.number },
    )
  })
}
