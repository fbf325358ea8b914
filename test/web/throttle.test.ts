import { expect, test } from '@jest/globals'
import { createSignInThrottle } from '../../server/web/throttle.ts'

async function attempts(count: number, act: (index: number) => Promise<void>) {
  for (let index = 0; index < count; index += 1) await act(index)
}

test('the eleventh attempt on one account must wait, from wherever it comes', async () => {
  const throttle = createSignInThrottle()
  await attempts(10, (index) => throttle.admit('amina@example.org', `192.0.2.${index}`))
  const refused = await throttle.admit(' Amina@Example.org', '192.0.2.99').catch((error: unknown) => error)
  expect(refused).toMatchObject({ status: 429, headers: { 'Retry-After': expect.stringMatching(/^\d+$/) } })
  await expect(throttle.admit('bayo@example.org', '192.0.2.99')).resolves.toBeUndefined()
})

test('many accounts tried from one address must wait', async () => {
  const throttle = createSignInThrottle()
  await attempts(100, (index) => throttle.admit(`person${index}@example.org`, '192.0.2.1'))
  await expect(throttle.admit('other@example.org', '192.0.2.1')).rejects.toMatchObject({ status: 429 })
})

test('a right password starts the count again', async () => {
  const throttle = createSignInThrottle()
  await attempts(120, async () => {
    await throttle.admit('amina@example.org', '192.0.2.1')
    await throttle.forgive('amina@example.org', '192.0.2.1')
  })
  await expect(throttle.admit('amina@example.org', '192.0.2.1')).resolves.toBeUndefined()
})
