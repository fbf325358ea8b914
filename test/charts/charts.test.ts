import { expect, test } from '@jest/globals'
import { barTable } from '../../server/charts/bar-table.ts'
import { columnChart } from '../../server/charts/column-chart.ts'
import { niceTicks } from '../../server/charts/nice-ticks.ts'
import { shareOf } from '../../server/charts/share-of.ts'
import { writingIn } from '../../server/charts/writing.ts'

const words = { summary: 'Three in all.', caption: 'Offers', labels: 'Month', values: 'Offers' }
const columns = [
  { label: 'Jan', name: 'January', value: 1 },
  { label: 'Feb', name: 'February', value: 2 },
]
const look = { tone: 'accent' as const, write: String }

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [30, [0, 10, 20, 30]],
  [97, [0, 25, 50, 75, 100]],
  [16_800, [0, 5000, 10000, 15000, 20000]],
])('an axis up to %d has the ticks %j', (most, ticks) => {
  expect(niceTicks(most)).toEqual(ticks)
})

test.each([
  [0, 10, 0],
  [5, 10, 50],
  [10, 10, 100],
  [1, 16_800, 1],
  [3, 0, 0],
])('%d of %d is a bar of %d percent', (value, longest, share) => {
  expect(shareOf(value, longest)).toBe(share)
})

test('each series of a table has a scale of its own', () => {
  const { bars } = barTable(
    [
      { label: 'Health', values: [2, 1000] },
      { label: 'Water', values: [1, 500] },
    ],
    {
      caption: 'By goal',
      rows: 'Goal',
      series: [
        { name: 'Offers', tone: 'accent' },
        { name: 'Needs', tone: 'warm' },
      ],
    },
  )
  expect(bars.map(({ cells }) => cells.map(({ share }) => share))).toEqual([
    [100, 100],
    [50, 50],
  ])
})

test('time runs in the direction of reading', () => {
  const ltr = columnChart(columns, words, { ...look, direction: 'ltr' })
  const rtl = columnChart(columns, words, { ...look, direction: 'rtl' })
  expect(ltr.columns.map(({ middle }) => middle)).toEqual([31.75, 77.25])
  expect(rtl.columns.map(({ middle }) => middle)).toEqual([68.25, 22.75])
  const middles = rtl.columns.map(({ x, width }) => Math.round((x + width / 2) * 10) / 10)
  expect(middles).toEqual([68.3, 22.8])
  expect([ltr.lines[0]?.x, rtl.lines[0]?.x]).toEqual([0, 100])
})

test('the highest column reaches its line, and a column stands on the ground', () => {
  const chart = columnChart(columns, words, { ...look, direction: 'ltr' })
  expect(chart.lines.map(({ text, y }) => [text, y])).toEqual([
    ['0', 164],
    ['1', 89],
    ['2', 14],
  ])
  expect(chart.columns.map(({ y, height }) => [y, y + height])).toEqual([
    [89, 164],
    [14, 164],
  ])
})

test('of many columns every second has a label, the last one always', () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ label: `${index}`, name: `${index}`, value: 1 }))
  const chart = columnChart(many, words, { ...look, direction: 'ltr' })
  const labelled = chart.columns.filter((column) => column.labelled).map(({ label }) => label)
  expect(labelled).toEqual(['1', '3', '5', '7', '9', '11'])
})

test.each([
  [30_000, '1 minute'],
  [3_540_000, '59 minutes'],
  [7_200_000, '2 hours'],
  [172_800_000, '2 days'],
  [216_000_000, '2.5 days'],
  [1_296_000_000, '15 days'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(writingIn('en').duration(milliseconds)).toBe(text)
})
