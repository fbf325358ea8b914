import { complete } from '../../../server/screening/checks/complete.ts'
import { company, completeGoods, context, offer, rulesOf } from '../people.ts'
import type { Offer } from '../../../server/offers/offer.ts'

const check = (changes: Partial<Offer>) => complete(offer(changes), company(), context())
const goods = (changes: Partial<Offer>) =>
  check({
    contributionTypes: ['in-kind-goods'],
    title: 'Fifty water pumps',
    description: 'Fifty diesel pumps for village wells, with hoses.',
    inKind: completeGoods,
    ...changes,
  })

describe('goods', () => {
  test('with all parts stated are complete', () => {
    expect(goods({})).toMatchObject({ verdict: 'cleared', reasons: [{ rule: 'complete.stated' }] })
  })

  test('without any part are returned with a reason for each', () => {
    const finding = goods({ inKind: undefined })
    expect(finding.verdict).toBe('returned')
    expect(rulesOf(finding)).toEqual([
      'complete.condition',
      'complete.freight',
      'complete.customs',
      'complete.consignee',
    ])
  })

  test.each([
    ['condition', 'complete.condition'],
    ['freightPaidBy', 'complete.freight'],
    ['customsBy', 'complete.customs'],
    ['consignee', 'complete.consignee'],
  ])('without %s lack only that', (part, rule) => {
    expect(rulesOf(goods({ inKind: { ...completeGoods, [part]: undefined } }))).toEqual([rule])
  })

  test('a consignee of blanks is none', () => {
    expect(rulesOf(goods({ inKind: { ...completeGoods, consignee: '  ' } }))).toEqual(['complete.consignee'])
  })
})

describe('shelf life', () => {
  test.each<[string, Partial<Offer>]>([
    ['a title in English', { title: 'Ten thousand amoxicillin tablets' }],
    ['a title in French', { title: 'Mille boîtes de médicaments', language: 'fr' }],
    ['a title in Spanish', { title: 'Galletas fortificadas', language: 'es' }],
    ['a title in Russian', { title: 'Вакцины против кори', language: 'ru' }],
    ['a title in Arabic', { title: 'أدوية للأطفال', language: 'ar' }],
    ['a title in Chinese', { title: '口服补液盐一万包', language: 'zh' }],
    ['an industry of food', { industry: '1071' }],
    ['an industry of medicines', { industry: '2100' }],
    ['a unit of doses', { quantity: { amount: 500, unit: 'doses' } }],
  ])('is asked for by %s', (_, changes) => {
    expect(goods(changes)).toMatchObject({ verdict: 'returned', reasons: [{ rule: 'complete.shelf-life' }] })
    const shelfLifeUntil = new Date('2027-06-01')
    expect(goods({ ...changes, inKind: { ...completeGoods, shelfLifeUntil } }).verdict).toBe('cleared')
  })

  test.each([
    ['Fifty solar vaccine refrigerators', 'en'],
    ['Cold boxes for vaccines', 'en'],
    ['Réfrigérateurs à vaccins', 'fr'],
    ['Холодильники для вакцин', 'ru'],
    ['ثلاجات لقاحات', 'ar'],
    ['六十台太阳能疫苗冰箱', 'zh'],
    ['Rice mills for cooperatives', 'en'],
    ['School desks', 'en'],
  ])('is not asked of equipment: %s', (title, language) => {
    expect(goods({ title, language }).verdict).toBe('cleared')
  })

  test('is not asked where the text says that the goods keep', () => {
    const description = 'Vitamins in sealed tins; they do not expire within any date known to us.'
    expect(goods({ title: 'Vitamins for camps', description }).verdict).toBe('cleared')
  })

  test('that is over when the goods can be used is pointed out', () => {
    const ended = { ...completeGoods, shelfLifeUntil: new Date('2026-02-01') }
    expect(rulesOf(goods({ inKind: ended }))).toEqual(['complete.shelf-life-past'])
    const endsBeforeStart = { ...completeGoods, shelfLifeUntil: new Date('2026-04-01') }
    expect(goods({ inKind: endsBeforeStart }).verdict).toBe('cleared')
    expect(rulesOf(goods({ inKind: endsBeforeStart, availableFrom: new Date('2026-05-01') }))).toEqual([
      'complete.shelf-life-past',
    ])
  })
})

describe('used goods', () => {
  const used = { ...completeGoods, condition: 'used' } as const
  test('must name a standard or test', () => {
    expect(rulesOf(goods({ inKind: used }))).toEqual(['complete.standards'])
  })
  test.each([
    ['en', 'All pumps were tested and serviced by our workshop.'],
    ['fr', 'Toutes les pompes sont en bon état et certifiées.'],
    ['es', 'Todas las bombas fueron revisadas y cumplen la norma.'],
    ['ru', 'Все насосы проверены и исправны.'],
    ['ar', 'جميع المضخات مفحوصة ومطابقة للمعايير.'],
    ['zh', '五十台水泵均经过我们车间的检测，状态良好。'],
  ])('%s: %s', (language, description) => {
    expect(goods({ inKind: used, language, description }).verdict).toBe('cleared')
  })
})

describe('later costs', () => {
  const software = (description: string, language = 'en') =>
    check({ contributionTypes: ['technology'], title: 'Stock software', description, language })

  test.each([
    ['en', 'Our stock software for clinics, after the trial period with a subscription.'],
    ['fr', 'Notre logiciel pour les cliniques, puis un abonnement est nécessaire.'],
    ['es', 'Nuestro programa para clínicas, luego con suscripción.'],
    ['ru', 'Наша программа для клиник, затем ежегодная плата.'],
    ['ar', 'برنامجنا للعيادات ثم تستحق رسوم اشتراك بعد ذلك.'],
    ['zh', '我们的软件供诊所使用，之后需要支付订阅费和其他费用。'],
  ])('that are named without an amount are returned: %s', (language, description) => {
    const finding = software(description, language)
    expect(finding).toMatchObject({ verdict: 'returned', reasons: [{ rule: 'complete.later-costs' }] })
  })

  test('that are named with an amount are for a person to weigh', () => {
    const finding = software('A year without cost, afterwards a subscription of USD 200 a year applies.')
    expect(finding).toMatchObject({ verdict: 'held', reasons: [{ rule: 'complete.later-costs-stated' }] })
  })

  test.each([
    'A permanent licence of our stock software for every clinic in the country.',
    'Our software, with no subscription and no licence fees at any time.',
    'The annual fee is waived for United Nations entities and their partners.',
  ])('silence, denial and waiver count as none: %s', (description) => {
    expect(software(description).verdict).toBe('cleared')
  })

  test('are not sought in offers of cash', () => {
    const description = 'We pay the annual fee of the school insurance for a thousand children.'
    expect(check({ contributionTypes: ['cash'], description }).verdict).toBe('cleared')
  })
})

describe('cash', () => {
  test.each([
    ['en', 'We give 50 000 dollars in exchange for exclusive rights to the pictures.'],
    ['fr', 'Nous versons 50 000 euros à condition que nos pompes soient achetées.'],
    ['es', 'Damos 50 000 dólares a cambio de publicidad en la página.'],
    ['ru', 'Мы даем 50 000 долларов в обмен на рекламу.'],
    ['ar', 'نقدم 50 ألف دولار بشرط أن تُشترى منتجاتنا.'],
    ['zh', '我们捐款五万美元，作为回报请使用我们的产品。'],
  ])('with a condition raises a question: %s', (language, description) => {
    const finding = check({ contributionTypes: ['cash'], language, description })
    expect(finding).toMatchObject({ verdict: 'held', reasons: [{ rule: 'complete.strings' }] })
  })

  test('given freely is complete', () => {
    const description = 'A grant of 60 000 euros for women’s cooperatives, not in exchange for anything.'
    expect(check({ contributionTypes: ['cash'], description }).verdict).toBe('cleared')
  })
})

test('a description of a few letters is returned', () => {
  expect(rulesOf(check({ description: 'Pumps.' }))).toEqual(['complete.description'])
})
