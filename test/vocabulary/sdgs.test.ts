import {
  goalOfTarget,
  isSdg,
  isTarget,
  SDG_TARGETS,
  sdgColour,
  sdgLabel,
  SDGS,
} from '../../server/vocabulary/sdgs.ts'
import { LANGUAGES } from '../../server/vocabulary/languages.ts'

test('there are 17 goals and 169 targets', () => {
  expect(SDGS).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])
  expect(SDG_TARGETS).toHaveLength(169)
  expect(new Set(SDG_TARGETS).size).toBe(169)
})

test.each([
  ['1.1', 1],
  ['1.a', 1],
  ['3.d', 3],
  ['6.2', 6],
  ['8.10', 8],
  ['16.b', 16],
  ['17.19', 17],
])('target %s belongs to goal %i', (target, goal) => {
  expect(isTarget(target)).toBe(true)
  expect(goalOfTarget(target)).toBe(goal)
})

test.each(['1.8', '1.c', '17.20', '17.a', '18.1', '0.1', '1.A', '1', '', '01.1', '__proto__'])(
  '%j is no target',
  (code) => {
    expect(isTarget(code)).toBe(false)
    expect(goalOfTarget(code)).toBeUndefined()
  },
)

test('goals are whole numbers from 1 to 17', () => {
  expect([1, 17].every(isSdg)).toBe(true)
  expect([0, 18, 1.5, -1, NaN].some(isSdg)).toBe(false)
})

test('every goal has a name in every language and a colour', () => {
  for (const goal of SDGS) {
    for (const language of LANGUAGES) expect(sdgLabel(goal, language).length).toBeGreaterThan(2)
    expect(sdgColour(goal)).toMatch(/^#[0-9A-F]{6}$/)
  }
  expect(sdgLabel(6, 'en')).toBe('Clean water and sanitation')
  expect(sdgLabel(6, 'es')).toBe('Agua limpia y saneamiento')
  expect(sdgLabel(13, 'zh')).toBe('气候行动')
})

test('asking for the name of what is no goal is an error', () => {
  expect(() => sdgLabel(18, 'en')).toThrow(RangeError)
  expect(() => sdgColour(0)).toThrow(RangeError)
})
