import {
  allDivisions,
  industryName,
  industryPath,
  isIndustry,
  isWithin,
} from '../../server/vocabulary/industries.ts'

test('codes of every level are known', () => {
  expect(['C', '12', '120', '1200', '01', '9900'].every(isIndustry)).toBe(true)
  expect(['c', '1', '04', '1299', '12000', '', 'constructor', 'Tobacco'].some(isIndustry)).toBe(false)
})

test.each([
  ['C', 'Manufacturing'],
  ['12', 'Manufacture of tobacco products'],
  ['0112', 'Growing of rice'],
])('%s is %s', (code, name) => {
  expect(industryName(code)).toBe(name)
})

test('asking for the name of what is no industry is an error', () => {
  expect(() => industryName('1299')).toThrow(RangeError)
})

test.each([
  ['1200', ['C', '12', '120', '1200']],
  ['252', ['C', '25', '252']],
  ['01', ['A', '01']],
  ['U', ['U']],
  ['nothing', []],
])('the path to %s is %j', (code, path) => {
  expect(industryPath(code)).toEqual(path)
})

test.each([
  ['1200', '12', true],
  ['1200', 'C', true],
  ['12', '12', true],
  ['12', '1200', false],
  ['120', '1', false],
  ['0112', '12', false],
  ['1200', 'A', false],
  ['1299', '12', false],
])('%s within %s: %s', (code, ancestor, expected) => {
  expect(isWithin(code, ancestor)).toBe(expected)
})

test('there are 88 divisions, in order', () => {
  expect(allDivisions()).toHaveLength(88)
  expect(allDivisions().slice(0, 4)).toEqual(['01', '02', '03', '05'])
  expect(allDivisions().at(-1)).toBe('99')
})
