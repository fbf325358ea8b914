import { detectLanguage } from '../../server/vocabulary/detect-language.ts'

test.each([
  ['en', 'We need fifty solar refrigerators for health posts in the north'],
  ['fr', 'Nous avons besoin de vaccins pour les enfants du Sahel'],
  ['es', 'Necesitamos paneles solares para las escuelas rurales'],
  ['pt', 'Precisamos de vacinas e de água limpa para as crianças nas escolas'],
  ['ru', 'Нужны вакцины'],
  ['uk', 'Потрібні вакцини та чиста питна вода для дітей у школах'],
  ['ar', 'نحتاج إلى لقاحات'],
  ['fa', 'ما به آب آشامیدنی و دارو برای کودکان نیاز داریم'],
  ['zh', '我们需要疫苗'],
  ['zh', '使用AI技术预测洪水'],
  ['ja', '学校のための太陽光パネルが必要です'],
])('%s is heard in: %s', (language, text) => {
  expect(detectLanguage(text, 'none')).toBe(language)
})

test.each([
  ['nothing', ''],
  ['a short name', 'Vaccines'],
  ['numbers and signs', '12 345 - 50 % 😀'],
  ['a tie of near languages', 'Programa mundial de alimentos'],
  [
    'Swahili, which the detector does not know',
    'Tunahitaji majiko ya jua kwa shule za vijijini na maji safi',
  ],
  ['Haitian Creole', 'Nou bezwen dlo pwòp ak medikaman pou timoun yo nan lekòl yo'],
  ['Kyrgyz in Cyrillic letters', 'Балдар үчүн таза суу жана дары керек'],
  ['Pashto in Arabic letters', 'موږ د ماشومانو لپاره پاکو اوبو ته اړتیا لرو'],
])('%s leaves the fallback', (_what, text) => {
  expect(detectLanguage(text, 'none')).toBe('none')
})

test('direction marks, vowel marks and tatweel do not hide Arabic', () => {
  expect(detectLanguage('\u202bنَحْتَاجُ إلى لقـــاحات\u202c', 'none')).toBe('ar')
})
