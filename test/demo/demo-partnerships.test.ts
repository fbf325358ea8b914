import { demoEntities, demoPartnerships } from '../../scripts/demo/index.ts'
import { partnershipModels } from '../../server/partnerships/partnership.ts'
import { isCountry, isRegion } from '../../server/vocabulary/places.ts'

test('the set tells of twelve past partnerships', () => {
  expect(demoPartnerships).toHaveLength(12)
})

test('every partnership of the demo set rests on a public report with an address', () => {
  for (const { key, sources } of demoPartnerships) {
    expect([key, sources.length > 0]).toEqual([key, true])
    for (const { title, url } of sources) {
      expect(title).toMatch(/^.{3,}: .{10,}/)
      expect(url).toMatch(/^https:\/\//)
    }
  }
})

test('they show every model and belong to entities that the set knows', () => {
  expect(new Set(demoPartnerships.map(({ model }) => model))).toEqual(new Set(partnershipModels))
  const keys = demoPartnerships.flatMap(({ entities }) =>
    entities.flatMap((one) => ('key' in one ? one.key : [])),
  )
  expect(keys.filter((key) => !demoEntities.some((entity) => entity.key === key))).toEqual([])
})

test('places are codes that the vocabulary knows, and no year lies ahead', () => {
  expect(demoPartnerships.flatMap(({ countries }) => countries).filter((code) => !isCountry(code))).toEqual(
    [],
  )
  expect(demoPartnerships.flatMap(({ regions }) => regions).filter((code) => !isRegion(code))).toEqual([])
  for (const { from, until = from } of demoPartnerships) {
    expect(from).toBeLessThanOrEqual(until)
    expect(until).toBeLessThanOrEqual(2026)
  }
})
