import { median, quantile, rounded } from '../../scripts/bench/figures.ts'

test.each([
  [[3, 1, 2], 0.5, 2],
  [[4, 1, 3, 2], 0.5, 2],
  [[10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.95, 100],
  [[10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9, 90],
  [[7], 0.95, 7],
  [[], 0.5, NaN],
])('of %j the share %d lies at or below %d', (values, share, value) => {
  expect(quantile(values, share)).toBe(value)
})

test('the median leaves the order of what it is given', () => {
  const times = [9, 1, 5]
  expect(median(times)).toBe(5)
  expect(times).toEqual([9, 1, 5])
})

test('figures are rounded to a number', () => {
  expect(rounded(2.345678)).toBe(2.35)
  expect(rounded(2.34, 1)).toBe(2.3)
})
