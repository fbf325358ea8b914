import { genuine } from '../../../server/screening/checks/genuine.ts'
import type { Offer } from '../../../server/offers/offer.ts'
import { company, context, offer, rulesOf } from '../people.ts'

const check = (changes: Partial<Offer>) => genuine(offer(changes), company(), context())

describe('a sales pitch is returned', () => {
  test.each([
    ['en', 'See our price list and order now; a discount of 15 % applies to ten units and more.'],
    ['en', 'We wish to submit a bid and ask for vendor registration. Payment terms: 30 days net.'],
    ['fr', 'Notre liste de prix est jointe, avec une remise de 10 % pour toute commande minimum de dix.'],
    ['es', 'Ofrecemos el mejor precio con descuento y queremos participar en la licitación del país.'],
    ['ru', 'Лучшие цены и скидка 10 %. Мы хотим участвовать в тендере на поставку насосов.'],
    ['ar', 'نقدم أفضل الأسعار مع خصم خاص ونرغب في المشاركة في المناقصات القادمة.'],
    ['zh', '我们提供最低价和折扣，希望参加联合国的招标并签订采购合同。'],
  ])('%s: %s', (language, description) => {
    expect(check({ language, description })).toMatchObject({
      verdict: 'returned',
      reasons: [{ rule: 'genuine.sales' }],
    })
  })
})

describe('words of a sale in part of a text are a question', () => {
  test.each([
    ['one sign and no gift', 'Pumps for village wells, at a discount of half for United Nations entities.'],
    ['two signs and a gift', 'We donate ten pumps; for more see our price list, with a discount for you.'],
  ])('%s', (_, description) => {
    expect(check({ description })).toMatchObject({
      verdict: 'held',
      reasons: [{ rule: 'genuine.sales-question' }],
    })
  })
})

describe('false alarms', () => {
  test.each([
    ['en', 'Our experts advise governments on carbon pricing and its effect on poor households.'],
    ['en', 'A permanent licence of our invoice software for every farmers’ cooperative.'],
    ['en', 'Bidding farewell to our old depot, we give its shelves to a refugee camp.'],
    ['en', 'Tender leaves of moringa are dried by the cooperative and given to schools.'],
    ['en', 'Software that follows food prices on markets, free of charge for every office.'],
    ['en', 'We take no payment terms, no purchase orders and send no invoices: all is given.'],
    ['en', 'Volunteers teach young people how to write an invoice and keep accounts.'],
    ['en', 'In order to help at once, engineers are on call day and night for a year.'],
    ['en', 'A market study on how cooperatives set fair prices for coffee and cotton.'],
    ['fr', 'Nous donnons vingt pompes et la formation des techniciens, sans frais.'],
    ['es', 'Donamos cuarenta bombas y la capacitación de los técnicos del lugar.'],
    ['ru', 'Мы передаем безвозмездно двадцать насосов и обучаем техников.'],
    ['ar', 'نتبرع بعشرين مضخة وندرب الفنيين مجاناً في القرى.'],
    ['zh', '我们捐赠二十台水泵，并免费培训当地技术人员。'],
  ])('%s: %s', (language, description) => {
    expect(check({ language, description }).verdict).toBe('cleared')
  })

  test('in cause marketing customers buy, and that is the contribution', () => {
    const description =
      'For each bag for sale in our shops, at no special price, one dollar goes to schools. Order now!'
    expect(check({ contributionTypes: ['cause-marketing'], description }).verdict).toBe('cleared')
    expect(check({ contributionTypes: ['in-kind-services'], description }).verdict).not.toBe('cleared')
  })
})

describe('duplicates', () => {
  const text = {
    title: 'Forty water filters for clinics in northern Kenya',
    description:
      'We give forty ceramic water filters, each with spare candles for three years. County staff install them in dispensaries and we train two people in each place on how to clean and check them every month.',
  }
  const older = offer({ ...text, id: 'older', createdAt: new Date('2026-02-01') })
  const against = (changes: Partial<Offer>, other = older) =>
    genuine(offer({ ...text, ...changes }), company(), context({ openOffers: [other] }))

  test('nearly the same text as an open offer is returned and names it', () => {
    const finding = against({ title: 'Forty water filters for clinics in the north of Kenya' })
    expect(finding).toMatchObject({
      verdict: 'returned',
      reasons: [{ rule: 'genuine.duplicate', facts: { offer: 'older', title: older.title } }],
    })
    expect(finding.reasons[0]?.facts['percent']).toBeGreaterThan(80)
  })

  test('another subject is none', () => {
    const description =
      'We train forty nurses of county dispensaries in the use of ceramic filters and pay for their travel during the two weeks of the course in Nakuru.'
    expect(against({ title: 'Training for nurses', description }).verdict).toBe('cleared')
  })

  test('the same text in Chinese is found too', () => {
    const chinese = {
      title: '二十台净水器',
      description: '我们捐赠二十台净水器，并为当地卫生所人员提供为期两周的培训和三年的备件。',
    }
    const finding = against({ ...chinese, language: 'zh' }, { ...older, ...chinese, language: 'zh' })
    expect(rulesOf(finding)).toEqual(['genuine.duplicate'])
  })

  test('the same text for another place, of another kind or with another figure in the title is none', () => {
    expect(against({ countries: ['PER'] }).verdict).toBe('cleared')
    expect(against({ contributionTypes: ['cash'] }).verdict).toBe('cleared')
    expect(against({ title: 'Lot 2: water filters' }).verdict).toBe('cleared')
    expect(against({ countries: [] }).verdict).toBe('returned')
  })

  test('of a pair only the later one is a duplicate, and an offer is none of itself', () => {
    expect(against({}, { ...older, createdAt: new Date('2026-04-01') }).verdict).toBe('cleared')
    expect(against({ id: 'older' }).verdict).toBe('cleared')
  })
})
