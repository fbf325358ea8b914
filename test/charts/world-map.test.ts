import { worldMap } from '../../server/charts/world-map.ts'

const words = {
  caption: 'Open needs by country',
  country: 'Country',
  value: 'Open needs',
  say: (value: number) => `${value} open needs`,
  step: ({ from, to }: { from: number; to: number }) => `${from}-${to}`,
}
const kenya = { country: 'KEN', name: 'Kenya', value: 7, href: '/countries/KEN' }
const peru = { country: 'PER', name: 'Peru', value: 2, href: '/countries/PER' }
const tuvalu = { country: 'TUV', name: 'Tuvalu', value: 1, href: '/countries/TUV' }

test('a country is drawn where it has an area, and as a dot where it is too small for one', () => {
  const map = worldMap([kenya, tuvalu], words)
  expect(map.areas.map(({ title }) => title)).toEqual(['Kenya: 7 open needs'])
  expect(map.dots.map(({ title, href }) => [title, href])).toEqual([
    ['Tuvalu: 1 open needs', '/countries/TUV'],
  ])
})

test('every country of the vocabulary but the uninhabited ones without a seat has its place', () => {
  const nowhere = ['ATA', 'UMI']
  const map = (country: string) => worldMap([{ ...kenya, country }], words)
  expect(nowhere.flatMap((country) => map(country).areas)).toEqual([])
  for (const country of ['TWN', 'ESH', 'PSE', 'HKG', 'BES', 'SGP', 'MUS', 'VAT']) {
    expect([country, map(country).areas.length + map(country).dots.length]).toEqual([country, 1])
  }
})

test('more is darker, and the table has the greatest first', () => {
  const map = worldMap([tuvalu, kenya, peru], words)
  expect(map.rows.map(({ name }) => name)).toEqual(['Kenya', 'Peru', 'Tuvalu'])
  expect(map.legend).toEqual([
    { tone: 3, text: '1-1' },
    { tone: 4, text: '2-2' },
    { tone: 5, text: '7-7' },
  ])
  expect(map.areas.map(({ tone }) => tone)).toEqual([5, 4])
})

test('a world full of values stays small enough for a page', () => {
  const size = JSON.stringify(worldMap([], words)).length
  expect(size).toBeGreaterThan(25_000)
  expect(size).toBeLessThan(45_000)
})

test('without any value there is only land, and no legend', () => {
  expect(worldMap([], words)).toMatchObject({ areas: [], dots: [], legend: [], rows: [] })
})
