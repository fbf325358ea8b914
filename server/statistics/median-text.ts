import { fewestCases, type Median } from '../charts/median.ts'
import type { StatisticsReader } from './reader.ts'

/** A median in words, or that there are too few cases for one. */
export function medianText({ value, cases }: Median, { t, writing }: StatisticsReader): string {
  if (value === null) return t('statistics:too-few', { number: writing.number(cases), least: fewestCases })
  return value < 60_000 ? t('statistics:under-a-minute') : writing.duration(value)
}
