import fc from 'fast-check'
import { isConcept } from '../../../server/vocabulary/concepts/concepts.ts'
import { findConcepts } from '../../../server/vocabulary/concepts/find-concepts.ts'

const idsIn = (text: string, language?: string) =>
  findConcepts(text, language)
    .map(({ id }) => id)
    .sort()

describe('one need in six languages', () => {
  test.each([
    ['en', 'Solar refrigerators to keep vaccines cold in rural schools.'],
    ['fr', 'Des réfrigérateurs solaires pour conserver les vaccins dans les écoles des zones rurales.'],
    ['es', 'Refrigeradores solares para conservar vacunas en las escuelas de las zonas rurales.'],
    ['ru', 'Солнечные холодильники для хранения вакцин в школах сельской местности.'],
    ['ar', 'ثلاجات تعمل بالطاقة الشمسية لحفظ اللقاحات في مدارس المناطق الريفية.'],
    ['zh', '为农村学校的疫苗提供太阳能冰箱。'],
  ])('%s', (language, text) => {
    const found = idsIn(text, language)
    expect(found.filter((id) => id !== 'rural-development')).toEqual([
      'cold-chain',
      'schools',
      'solar',
      'vaccines',
    ])
  })
})

test.each([
  ['en', 'Midwives need safe delivery kits for pregnant women', 'maternal-newborn-health'],
  ['en', 'People with disabilities lack wheelchairs', 'disability'],
  ['en', 'Clearing unexploded ordnance from fields', 'mine-action'],
  ['en', 'An airlift of tents', 'tents'],
  ['fr', 'Lutte contre les violences faites aux femmes', 'gender-based-violence'],
  ['fr', 'Aliments thérapeutiques contre la malnutrition aiguë sévère', 'therapeutic-food'],
  ['fr', 'Mise en place d’un système d’alerte précoce', 'early-warning'],
  ['fr', 'Accompagnement des personnes réfugiées', 'refugees'],
  ['es', 'Microcréditos para emprendedoras', 'women-entrepreneurs'],
  ['es', 'Inodoros y letrinas para el campamento', 'sanitation'],
  ['es', 'Formación docente en zonas apartadas', 'teacher-training'],
  ['es', 'Imágenes satelitales de las inundaciones', 'satellite-imagery'],
  ['ru', 'Разминирование сельскохозяйственных земель', 'mine-action'],
  ['ru', 'Обеспечение питьевой водой', 'drinking-water'],
  ['ru', 'Помощь беженцам и внутренне перемещённым лицам', 'displacement'],
  ['ru', 'Поддержка малого и среднего бизнеса', 'small-business'],
  ['ar', 'توفير مياه الشرب للاجئين', 'drinking-water'],
  ['ar', 'توفير مياه الشرب للاجئين', 'refugees'],
  ['ar', 'إزالة الألغام للأغراض الإنسانية', 'mine-action'],
  ['ar', 'والتعليم والصحة للأطفال', 'education'],
  ['zh', '为难民提供帐篷和毛毯', 'tents'],
  ['zh', '残疾人需要轮椅', 'disability'],
  ['zh', '早期预警和防灾减灾', 'early-warning'],
  ['zh', '女企业家获得小额信贷', 'microfinance'],
])('%s: %s -> %s', (language, text, concept) => {
  expect(idsIn(text, language)).toContain(concept)
})

describe('words that only look alike', () => {
  test.each([
    ['en', 'We polish the general policy of a universal body', []],
    ['en', 'Customized tools, second edition, aged paper, tailored advice', []],
    ['en', 'The aids help them, and they wash it', []],
    ['en', 'A wind farm', ['wind-power']],
    ['en', 'Seed funding', ['entrepreneurship']],
    ['en', 'Trade unions', ['decent-work']],
    ['fr', 'Un élément important pour assurer la livraison et le fonctionnement', []],
    ['fr', 'J’ai de petits contributeurs', []],
    ['es', 'En parte han sido importantes para crecer de forma sólida y libre', []],
    ['es', 'A cargo de generar condiciones mínimas y seguras', []],
    ['ru', 'Грузия и другие суда, выбор партии, пол и семья', []],
    ['ar', 'الشرط الوارد في الفقرة، وعنصر محيط بالبلد، بطرق أخرى', []],
    ['ar', 'في البحرين والغابون', []],
    ['ar', 'صور الأقمار الصناعية', ['satellite-imagery']],
    ['zh', '和解决其他问题', []],
  ])('%s: %s', (language, text, expected) => {
    expect(idsIn(text, language)).toEqual(expected)
  })
})

test('a longer term hides the wider subject but not another one within it', () => {
  expect(idsIn('drinking water', 'en')).toEqual(['drinking-water'])
  expect(idsIn('crop insurance', 'en')).toEqual(['agriculture', 'insurance'])
})

test('terms do not reach across punctuation, and do reach across a few empty words', () => {
  expect(idsIn('Food. Security guards', 'en')).toEqual([])
  expect(idsIn('violence against the women', 'en')).toEqual(['gender-based-violence'])
})

test('acronyms are heard in capitals only', () => {
  expect(idsIn('AIDS', 'en')).toEqual(['hiv'])
  expect(idsIn('WASH in the camp', 'en')).toEqual(['water'])
  expect(idsIn('wash', 'en')).toEqual([])
  expect(idsIn('NGOs and SMEs', 'en')).toEqual(['civil-society', 'small-business'])
})

test('mentions are counted, the most frequent first', () => {
  expect(findConcepts('Solar pumps. Vaccines, a vaccine, vaccination', 'en')).toEqual([
    { id: 'vaccines', count: 3 },
    { id: 'solar', count: 1 },
  ])
})

test('accents and capitals left out change nothing', () => {
  expect(idsIn('REFRIGERATEURS POUR LES REFUGIES', 'fr')).toEqual(
    idsIn('réfrigérateurs pour les réfugiés', 'fr'),
  )
  expect(idsIn('VACUNACION Y EDUCACION', 'es')).toEqual(['education', 'vaccines'])
  expect(idsIn('اَللِّقَاحَاتُ', 'ar')).toEqual(['vaccines'])
})

test('English and Chinese are heard in every text, other languages only where they are stated', () => {
  expect(idsIn('Appui aux smallholders et 疫苗', 'fr')).toEqual(['smallholders', 'vaccines'])
  expect(idsIn('вакцины', 'fr')).toEqual([])
})

test('without a language of ours all six are heard', () => {
  expect(idsIn('вакцины, لقاح, vacunas, 帐篷')).toEqual(['tents', 'vaccines'])
  expect(idsIn('Vacinas e energia solar', 'pt')).toContain('solar')
})

describe('hostile texts', () => {
  test.each([
    '',
    '   ',
    '😀'.repeat(1000),
    '__proto__ constructor toString',
    '\u202e\u200f\u0000',
    '=^=',
    '<script>',
  ])('%j mentions nothing', (text) => {
    expect(findConcepts(text)).toEqual([])
  })

  test('whatever is typed, what is found are concepts counted from one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(findConcepts(text).every(({ id, count }) => isConcept(id) && count > 0)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('a word of 10,000 letters is no obstacle to the next', () => {
    expect(idsIn(`${'x'.repeat(10_000)} vaccines`)).toEqual(['vaccines'])
  })

  test('direction marks within words do not hide them', () => {
    expect(idsIn('vac\u200fcines لقـــاح\u202b', 'ar')).toEqual(['vaccines'])
  })

  test('thousands of empty words end a term', () => {
    expect(idsIn(`violence against ${'the '.repeat(5000)} women`, 'en')).toEqual(['gender-equality'])
  })

  test('a text repeated 2,000 times without a stop is counted 2,000 times', () => {
    expect(findConcepts('vaccines for refugees '.repeat(2000), 'en')).toEqual([
      { id: 'vaccines', count: 2000 },
      { id: 'refugees', count: 2000 },
    ])
    expect(findConcepts('疫苗'.repeat(2000), 'zh')).toEqual([{ id: 'vaccines', count: 2000 }])
  })
})
