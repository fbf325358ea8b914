import { nextBatchSize } from '../../server/processing/batch-size.ts'

test.each([
  [100, 500, 100],
  [100, 400, 125],
  [100, 1_000, 50],
  [100, 60_000, 50],
  [100, 0, 200],
  [12, 2_000, 10],
  [390, 300, 400],
])('after %i postings in %i milliseconds the next batch has %i', (size, milliseconds, next) => {
  expect(nextBatchSize(size, milliseconds)).toBe(next)
})
