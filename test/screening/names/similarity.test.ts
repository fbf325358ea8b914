import fc from 'fast-check'
import { candidateFrom } from '../../../server/screening/names/name-index.ts'
import { similarity } from '../../../server/screening/names/similarity.ts'

describe('variants of one name are candidates', () => {
  test.each([
    ['case and legal form', 'Northwind Shipping Ltd', 'NORTHWIND SHIPPING'],
    ['legal forms of two countries', 'Orbis Metall GmbH', 'Orbis Metall OOO'],
    ['French form', 'Lumière du Sahel SARL', 'Lumiere du Sahel'],
    ['dotted form', 'Ferrostan S.A. de C.V.', 'Ferrostan'],
    ['word order', 'Petrov, Aleksandr Ivanovich', 'Aleksandr Ivanovich Petrov'],
    ['an initial', 'A. I. Petrov', 'Aleksandr Ivanovich Petrov'],
    ['a patronymic left out', 'Aleksandr Petrov', 'Aleksandr Ivanovich Petrov'],
    ['a dropped letter', 'Paradigma Shiping Agency', 'Paradeigma Shipping Agency'],
    ['swapped letters', 'Nortwhind Cargo', 'Northwind Cargo'],
    ['spelled by ear', 'Muhammed Qadhafi', 'Mohamed Gadafi'],
    ['Youssef and Yusuf', 'Youssef al-Khoury', 'Yusuf Al Khuri'],
    ['Cyrillic', 'Образец Логистика', 'Obrazets Logistika'],
    ['Cyrillic legal form', 'ООО «Северный Ветер»', 'Severny Veter LLC'],
    ['Cyrillic person', 'Сергей Щербаков', 'Sergey Shcherbakov'],
    ['Ukrainian', 'Олександр Кравченко', 'Oleksandr Kravchenko'],
    ['Arabic person', 'محمد حسن التكريتي', 'Muhammad Hassan al-Tikriti'],
    ['Arabic company', 'شركة النخيل الذهبي المحدودة', 'Al Nakheel al Dhahabi Ltd'],
    ['Persian', 'محمد ابراهیم عمری', 'Mohammad Ibrahim Omari'],
    ['Chinese company', '东方海运有限公司', 'Dongfang Haiyun Co., Ltd'],
    ['Chinese person', '李明华', 'Li Minghua'],
    ['words apart', 'Petro Chem Volga', 'Petrochem Volga'],
    ['written together', 'Transflot JSC', 'Trans Flot'],
    ['accents', 'Compañía Minera Ñandú', 'Compania Minera Nandu'],
  ])('%s: %s, %s', (_, one, other) => {
    expect(similarity(one, other)).toBeGreaterThanOrEqual(candidateFrom)
  })
})

describe('names of others are not', () => {
  test.each([
    ['one family name', 'Ivan Petrov', 'Dmitri Petrov'],
    ['one first name', 'Aleksandr Petrov', 'Aleksandr Sokolov'],
    ['only common words', 'Baxter International Trading', 'Masters International Trading'],
    ['legal form and initial', 'I&S Holding', 'Wilo Holding'],
    ['a bank of another city', 'Tanzania Commercial Bank', 'Tanchon Commercial Bank'],
    ['a longer name', 'Kings International', 'Kings Romans International Investment'],
    ['short words', 'ACC Limited', 'AKC Limited'],
    ['same consonants', 'Leidos', 'Laodicea'],
    ['a brand', 'Diversey', 'Devrez'],
    ['Cyrillic', 'Северный Ветер', 'Южный Берег'],
    ['Arabic', 'محمد حسن', 'خالد يوسف'],
    ['Chinese', '东方海运有限公司', '西方航空有限公司'],
  ])('%s: %s, %s', (_, one, other) => {
    expect(similarity(one, other)).toBeLessThan(candidateFrom)
  })
})

test('the same name is fully alike, whatever its case and order', () => {
  expect(similarity('Example Solar Cooperative', 'EXAMPLE solar cooperative')).toBe(1)
  expect(similarity('Solar Example Cooperative', 'Cooperative Example Solar')).toBe(1)
})

test('the more a name differs, the less it is alike', () => {
  const exact = similarity('Severstan Metals', 'Severstan Metals')
  const typo = similarity('Severstan Metals', 'Severstam Metals')
  const other = similarity('Severstan Metals', 'Kivu Cotton')
  expect(exact).toBeGreaterThan(typo)
  expect(typo).toBeGreaterThan(other)
})

test('likeness is between 0 and 1, the same both ways, and 1 with itself', () => {
  const name = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('ООО', '有限公司', 'Ltd', '__proto__', 'ъ', '🙂'),
  )
  fc.assert(
    fc.property(name, name, (one, other) => {
      const found = similarity(one, other)
      expect(found).toBeGreaterThanOrEqual(0)
      expect(found).toBeLessThanOrEqual(1)
      expect(similarity(other, one)).toBeCloseTo(found, 10)
      if (one.trim()) expect(similarity(one, one)).toBe(1)
    }),
    { numRuns: 500 },
  )
})

test('one wrong letter in a long word keeps a name a candidate', () => {
  const words = ['Severstan', 'Kalibrov', 'Nordlicht', 'Almansour', 'Guandong', 'Tashmetov']
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.constantFrom(...words), fc.nat(8), (first, second, at) => {
      fc.pre(first !== second)
      const wrong = first.slice(0, at % first.length) + 'x' + first.slice((at % first.length) + 1)
      expect(similarity(`${wrong} ${second}`, `${first} ${second}`)).toBeGreaterThanOrEqual(candidateFrom)
    }),
  )
})
