import { nameIndexOf } from '../../../server/screening/names/name-index.ts'

const listed = (id: string, ...names: string[]) => ({ id, list: 'Test list', names })

test('a hit names the entry, the listed name and how alike it is', () => {
  const index = nameIndexOf([
    listed('T-1', 'Nowhere Armaments', 'Paradigma Shiping Agency Ltd.'),
    listed('T-2', 'Quimera Metals'),
  ])
  const hits = index.hits('Paradeigma Shipping Agency')
  expect(hits).toHaveLength(1)
  expect(hits[0]).toMatchObject({ entry: { id: 'T-1' }, listed: 'Paradigma Shiping Agency Ltd.' })
  expect(hits[0]?.similarity).toBeGreaterThan(0.85)
})

test('an entry hits once, by its likest name, and the likest entry comes first', () => {
  const index = nameIndexOf([
    listed('T-1', 'Severstam Metals', 'Severstam Metal Works'),
    listed('T-2', 'Severstan Metals', 'Severstan Metals Ltd'),
  ])
  const hits = index.hits('Severstan Metals')
  expect(hits.map(({ entry }) => entry.id)).toEqual(['T-2', 'T-1'])
  expect(hits.map((hit) => hit.listed)).toEqual(['Severstan Metals', 'Severstam Metals'])
})

test('among thousands of entries the variants in other scripts are found, and an unlike name finds none', () => {
  const syllables = ['ka', 'ro', 'mi', 'ten', 'sol', 'var', 'gu', 'lep', 'din', 'os']
  const syllable = (number: number) => syllables[number % 10] ?? ''
  const filler = Array.from({ length: 5000 }, (_, at) =>
    listed(
      `F-${at}`,
      `${syllable(at)}${syllable((at / 10) | 0)}${syllable((at / 100) | 0)} ${syllable((at / 1000) | 0)}${syllable(at + 3)}brun`,
    ),
  )
  const index = nameIndexOf([
    ...filler,
    listed('T-1', 'Severny Veter'),
    listed('T-2', 'Muhammad Hassan al-Tikriti'),
  ])
  expect(index.hits('ООО «Северный Ветер»').map(({ entry }) => entry.id)).toEqual(['T-1'])
  expect(index.hits('محمد حسن التكريتي').map(({ entry }) => entry.id)).toEqual(['T-2'])
  expect(index.hits('Example Cooperative of Beekeepers')).toEqual([])
})

test.each(['', '   ', '🙂', '__proto__', 'x'.repeat(10_000), '\u202Emalformed'])(
  'a hostile name finds nothing: %#',
  (name) => {
    expect(
      nameIndexOf([listed('T-1', 'Severny Veter'), listed('T-2', ''), listed('T-3')]).hits(name),
    ).toEqual([])
  },
)
