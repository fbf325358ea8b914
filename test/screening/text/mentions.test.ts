import { benign } from '../../../server/screening/text/lexicon.ts'
import { mentionsOf, plainMentions, readText } from '../../../server/screening/text/mentions.ts'
import { terms } from '../../../server/screening/text/terms.ts'

const tobacco = terms({
  en: 'tobacco | cigarette*',
  fr: 'tabac | cigarette*',
  es: 'tabaco | cigarrillo*',
  ru: 'табак* | табачн* | сигарет*',
  ar: 'تبغ | سجائر',
  zh: '烟草 | 香烟',
})
const senses = (text: string, language: string) =>
  mentionsOf(readText(text, language), tobacco, [benign]).map(({ sense }) => sense)

test.each([
  ['en', 'We sell tobacco and Cigarettes.', ['plain', 'plain']],
  ['en', 'We sell no tobacco.', ['denied']],
  ['en', 'All shops are tobacco-free.', ['denied']],
  ['en', 'Without alcohol, tobacco or weapons.', ['denied']],
  ['en', 'We do not produce, sell or advertise tobacco.', ['denied']],
  ['en', 'Not only tobacco, also sugar.', ['plain']],
  ['en', 'We charge nothing; tobacco pays for it.', ['plain']],
  ['en', 'Not cotton but tobacco.', ['plain']],
  ['en', 'We do not charge for delivery, and supply tobacco.', ['plain']],
  ['en', 'Tobacco free of charge.', ['plain']],
  ['en', 'A campaign against tobacco.', ['benign']],
  ['en', 'Tobacco addiction counselling.', ['benign']],
  ['en', 'Tobaccos of the world', []],
  ['fr', 'Nous vendons du tabac.', ['plain']],
  ['fr', 'Sans tabac ni alcool.', ['denied']],
  ['fr', 'Nous ne vendons pas de tabac.', ['denied']],
  ['fr', 'La lutte contre le tabac.', ['benign']],
  ['es', 'Vendemos tabaco y cigarrillos.', ['plain', 'plain']],
  ['es', 'Las tiendas no venden tabaco.', ['denied']],
  ['es', 'Prevención del tabaco en escuelas.', ['benign']],
  ['ru', 'Мы производим табачные изделия.', ['plain']],
  ['ru', 'Мы не производим табак.', ['denied']],
  ['ru', 'Без алкоголя и табака.', ['denied']],
  ['ru', 'Борьба против табака.', ['benign']],
  ['ar', 'نبيع التبغ والسجائر.', ['plain', 'plain']],
  ['ar', 'لا نبيع التبغ.', ['denied']],
  ['ar', 'منتجات بدون تبغ.', ['denied']],
  ['ar', 'حملة ضد التبغ.', ['benign']],
  ['zh', '我们生产香烟。', ['plain']],
  ['zh', '我们不生产烟草。', ['denied']],
  ['zh', '我们不仅生产烟草。', ['plain']],
  ['zh', '无人机运送烟草。', ['plain']],
  ['zh', '打击烟草走私。', ['benign']],
])('%s: %s', (language, text, expected) => {
  expect(senses(text, language)).toEqual(expected)
})

test('a text in another script than its language says is read all the same', () => {
  expect(senses('Мы производим сигареты', 'en')).toEqual(['plain'])
  expect(senses('我们生产香烟', 'fr')).toEqual(['plain'])
})

test('a language that is none of the six is read in all', () => {
  expect(senses('Vendemos cigarrillos', 'pt')).toEqual(['plain'])
})

test('mentions are given as written, each once', () => {
  const text = readText('CIGARETTES, Tobacco, tobacco', 'en')
  expect(plainMentions(text, tobacco)).toEqual(['CIGARETTES', 'Tobacco', 'tobacco'])
  expect(plainMentions(readText('生产香烟和香烟', 'zh'), tobacco)).toEqual(['香烟'])
})

test('direction marks, accents and tatweel hide nothing', () => {
  expect(senses('We sell to\u200Bbacco', 'en')).toEqual(['plain'])
  expect(senses('نبيع التبـــغ', 'ar')).toEqual(['plain'])
})

test.each(['', '...', '🚬', 'a'.repeat(10_000), '( '.repeat(2000), '__proto__ constructor'])(
  'hostile text %#',
  (text) => {
    expect(senses(text, 'en')).toEqual([])
  },
)
