import { expect, test } from '@jest/globals'
import type { Factor, FactorName } from '../../server/matching/match.ts'
import { strongestReasons } from '../../server/matching/strongest-reasons.ts'
import { createTranslations } from '../../server/web/i18n.ts'

const t = (await createTranslations()).translator('en')
const factor = (name: FactorName, points: number): Factor => ({
  ...{ factor: name, points, of: 50 },
  message: { key: `matching:factor.${name}`, values: {} },
})

test('the factors that brought the most points say why, as many as there is room for', () => {
  const factors = [factor('time', 3), factor('topic', 28), factor('urgency', 0), factor('place', 12)]
  expect(strongestReasons({ factors }, 2, t, 'en')).toEqual(['Topic', 'Place'])
  expect(factors.map((one) => one.factor)).toEqual(['time', 'topic', 'urgency', 'place'])
})

test('a factor without points is no reason', () => {
  const factors = [factor('topic', 0), factor('type', 8)]
  expect(strongestReasons({ factors }, 3, t, 'en')).toEqual(['Contribution'])
})
