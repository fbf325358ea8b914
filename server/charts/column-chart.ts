import type { Tone } from './bar-table.ts'
import { niceTicks } from './nice-ticks.ts'

export interface ColumnWords {
  /** what the chart shows, in a sentence, for those who can't see it */
  summary: string
  caption: string
  /** of the columns' labels and of their values, as heads of the table */
  labels: string
  values: string
}

interface Look {
  direction: 'ltr' | 'rtl'
  tone: Tone
  /** how a number is written on the axis */
  write(value: number): string
}

/** In CSS pixels; widths are percent of the drawing's, which keeps the letters readable on every screen. */
const top = 14
const height = 150
const baseline = top + height
const axis = 9
const room = 0.62
const widest = 8

export interface Column {
  /** below the column */
  label: string
  /** in the table */
  name: string
  value: number
}

/**
 * The model of `views/components/column-chart.hbs`: columns over time, in the direction of reading. Where there are
 * many, every second or third has its label below it.
 */
export function columnChart(columns: Column[], words: ColumnWords, { direction, tone, write }: Look) {
  const ticks = niceTicks(Math.max(0, ...columns.map(({ value }) => value)))
  const most = ticks.at(-1) ?? 1
  const step = (100 - axis) / Math.max(1, columns.length)
  const every = Math.ceil(columns.length / widest)
  const mirrored = (x: number) => round(direction === 'rtl' ? 100 - x : x)
  const heightOf = (value: number) => round((value / most) * height)
  return {
    ...words,
    ...{ tone, baseline, bottom: baseline + 18 },
    lines: ticks.map((value) => ({
      y: round(baseline - heightOf(value)),
      x: mirrored(0),
      text: write(value),
    })),
    columns: columns.map(({ label, name, value }, index) => {
      const middle = axis + step * (index + 0.5)
      const left = direction === 'rtl' ? 100 - middle : middle
      return {
        ...{ label, name, value },
        ...{ x: round(left - (step * room) / 2), width: round(step * room) },
        ...{ y: round(baseline - heightOf(value)), height: heightOf(value) },
        ...{ middle: mirrored(middle), labelled: (columns.length - 1 - index) % every === 0 },
      }
    }),
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
