import { neighbourhoodOf } from '../../server/charts/neighbourhood-map.ts'

const around = (country: string) => neighbourhoodOf(country)?.neighbours.map((one) => one.country)

test('a country is drawn among its neighbours', () => {
  expect(around('KEN')).toEqual(expect.arrayContaining(['UGA', 'TZA', 'ETH', 'SOM', 'SSD']))
  expect(around('KEN')).not.toContain('PER')
  expect(neighbourhoodOf('KEN')).toMatchObject({ dot: null, here: expect.stringMatching(/^M\d/) })
})

test('islands across the date line, and those without a shape, are marked in the middle', () => {
  expect(neighbourhoodOf('TUV')).toMatchObject({ here: '', dot: { x: 200, y: 160 } })
  expect(neighbourhoodOf('KIR')?.dot).not.toBeNull()
})

test('no map of a country is large', () => {
  for (const country of ['CAN', 'IDN', 'RUS', 'USA', 'FRA']) {
    const size = JSON.stringify(neighbourhoodOf(country)).length
    expect([country, size < 40_000]).toEqual([country, true])
  }
})

test('of what the maps do not know there is none', () => {
  expect(neighbourhoodOf('UMI')).toBeNull()
})
