import { shareOf } from './share-of.ts'

/** Offers have the accent, needs the warm tone, as on the rest of the site. */
export type Tone = 'accent' | 'warm' | 'quiet'

export interface BarRow {
  label: string
  /** one for each series */
  values: number[]
  href?: string
}

interface BarWords {
  /** of the whole */
  caption: string
  /** of the labels */
  rows: string
  /** one for each series */
  series: { name: string; tone: Tone }[]
}

/**
 * The model of `views/components/bar-table.hbs`: a table that draws each of its numbers. Every series has a column and a
 * scale of its own, so that a small one can be read beside a large one.
 */
export function barTable(rows: BarRow[], words: BarWords) {
  const longest = words.series.map((_, series) =>
    Math.max(0, ...rows.map(({ values }) => values[series] ?? 0)),
  )
  return {
    ...words,
    bars: rows.map(({ label, href, values }) => ({
      ...{ label, href },
      cells: values.map((value, series) => ({
        value,
        share: shareOf(value, longest[series] ?? 0),
        tone: words.series[series]?.tone,
      })),
    })),
  }
}
