import { quantileSteps, stepOf } from '../../server/charts/quantile-steps.ts'

test.each([
  { values: [], steps: [] },
  { values: [4], steps: [[4, 4]] },
  {
    values: [1, 1, 1, 9],
    steps: [
      [1, 1],
      [9, 9],
    ],
  },
  {
    values: [9, 2, 7, 1, 3, 4],
    steps: [
      [1, 2],
      [3, 4],
      [7, 9],
    ],
  },
])('$values fall into $steps', ({ values, steps }) => {
  expect(quantileSteps(values, 3).map(({ from, to }) => [from, to])).toEqual(steps)
})

test('a value is in the step that reaches it', () => {
  const steps = quantileSteps([1, 2, 3, 4, 7, 9], 3)
  expect([1, 2, 3, 4, 9].map((value) => stepOf(value, steps))).toEqual([1, 1, 2, 2, 3])
})
