import { isStopWord, stems, words } from '../../server/vocabulary/tokens.ts'
import { fold } from '../../server/vocabulary/fold.ts'
import { stem } from '../../server/vocabulary/stem.ts'

test.each([
  ['Fifty solar fridges, off-grid!', ['fifty', 'solar', 'fridges', 'off', 'grid']],
  ["Women's health; d’énergie", ['women', 'health', 'd', 'énergie']],
  ['疫苗冰箱', ['疫苗', '冰箱']],
  ['使用AI技术', ['使用', 'ai', '技术']],
  ['نحتاج إلى لقـــاحات', ['نحتاج', 'إلى', 'لقاحات']],
  ['\u200fab\u202ec\u200b', ['abc']],
  ['COVID-19 ﬁlter', ['covid', '19', 'filter']],
  ['😀 … --- ', []],
])('%j has the words %j', (text, expected) => {
  expect(words(text)).toEqual(expected)
})

test.each([
  ['Énergie', 'energie'],
  ['Новорождённый', 'новорожденныи'],
  ['مَدْرَسَة', 'مدرسه'],
  ['مستشفى', 'مستشفي'],
  ['إغاثة', 'اغاثه'],
  ['ŁÓDŹ', 'lodz'],
])('%s folds to %s', (word, expected) => {
  expect(fold(word)).toBe(expected)
})

test.each([
  ['en', ['vaccine', 'vaccines', 'Vaccination']],
  ['fr', ['réfugié', 'réfugiés', 'Réfugiée']],
  ['es', ['vacuna', 'vacunas', 'Vacunación']],
  ['ru', ['вакцина', 'вакцины', 'вакцинами', 'Вакцин']],
  ['ar', ['لقاح', 'لقاحات', 'اللقاحات', 'واللقاحات', 'للقاحات']],
  ['ar', ['لاجئين', 'اللاجئين', 'للاجئين', 'اللاجئون']],
])('in %s one stem joins %j', (language, forms) => {
  expect(new Set(forms.map((form) => stem(form, language))).size).toBe(1)
})

test.each([
  ['en', 'polish', 'Poland'],
  ['ar', 'مدرسة', 'دراسة'],
  ['ru', 'порт', 'спорт'],
])('in %s %s and %s stay apart', (language, one, other) => {
  expect(stem(one, language)).not.toBe(stem(other, language))
})

test('short Arabic words keep their letters', () => {
  expect(['ماء', 'واد', 'بال'].map((word) => stem(word, 'ar'))).toEqual(['ماء', 'واد', 'بال'])
})

test('a text keeps its order and its repetitions as stems', () => {
  expect(stems('Vaccines for schools and schools', 'en')).toEqual([
    'vaccin',
    'for',
    'school',
    'and',
    'school',
  ])
})

test('a language without a stemmer has its words folded', () => {
  expect(stems('Água às crianças', 'pt')).toEqual(['agua', 'as', 'criancas'])
})

test.each([
  ['en', 'the', 'vaccine'],
  ['fr', 'À', 'eau'],
  ['es', 'para', 'agua'],
  ['ru', 'ещё', 'вода'],
  ['ar', 'إلى', 'ماء'],
  ['zh', '我们', '疫苗'],
])('in %s %s tells nothing and %s does', (language, empty, telling) => {
  expect(isStopWord(empty, language)).toBe(true)
  expect(isStopWord(telling, language)).toBe(false)
})

test('stop words are those of the language asked for', () => {
  expect(isStopWord('the', 'fr')).toBe(false)
  expect(isStopWord('the', 'pt')).toBe(false)
  expect(isStopWord('constructor', '__proto__')).toBe(false)
})

test.each(['en', 'fr', 'es', 'ru', 'ar', 'zh'])('a word of 10,000 letters is one word in %s', (language) => {
  const long = 'a'.repeat(10_000)
  expect(stems(long, language)).toEqual([long])
})

test('a long Chinese text loses no character', () => {
  const text = '我们需要太阳能疫苗冰箱'.repeat(300)
  expect(words(text).join('')).toBe(text)
})
