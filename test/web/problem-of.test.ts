import { expect, test } from '@jest/globals'
import { problemOf } from '../../server/web/problem-of.ts'
import { invalid, notFoundProblem } from '../../server/web/problem.ts'

const fault = (parts: object) => Object.assign(new Error('secret: hunter2'), parts)

test.each([
  [fault({ code: 'EBADCSRFTOKEN', status: 403 }), 'stale-form', 403],
  [fault({ status: 400, type: 'entity.parse.failed' }), 'bad-request', 400],
  [fault({ status: 413, type: 'entity.too.large' }), 'too-large', 413],
  [fault({ status: 415 }), 'unsupported-type', 415],
  [fault({ name: 'MongoServerSelectionError' }), 'unavailable', 503],
  [fault({ name: 'MongoNetworkTimeoutError' }), 'unavailable', 503],
  [fault({ status: 402 }), 'failed', 500],
  [fault({}), 'failed', 500],
  ['a thrown text', 'failed', 500],
  [undefined, 'failed', 500],
])('%s becomes %s', (error, kind, status) => {
  const problem = problemOf(error)
  expect(problem).toMatchObject({ kind, status })
  expect(JSON.stringify(problem)).not.toContain('hunter2')
})

test('a problem is kept as it is, with its fields', () => {
  const problem = invalid([{ field: 'title', message: 'Fill this in.' }])
  expect(problemOf(problem)).toBe(problem)
  expect(JSON.parse(JSON.stringify(problem))).toEqual({
    type: 'about:blank',
    status: 422,
    title: 'Unprocessable Content',
    detail: 'Some fields need another look.',
    errors: [{ field: 'title', message: 'Fill this in.' }],
  })
})

test('without fields none are listed', () => {
  expect(JSON.parse(JSON.stringify(notFoundProblem('No such offer.')))).toEqual({
    type: 'about:blank',
    status: 404,
    title: 'Not Found',
    detail: 'No such offer.',
  })
})
