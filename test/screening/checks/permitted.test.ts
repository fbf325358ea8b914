import { permitted } from '../../../server/screening/checks/permitted.ts'
import type { Offer } from '../../../server/offers/offer.ts'
import type { CompanyProfile } from '../../../server/organisations/organisation.ts'
import { company, context, entity, offer, rulesOf } from '../people.ts'

const withFacts = (profile: Partial<CompanyProfile>, changes: Partial<Offer> = {}) =>
  permitted(offer(changes), company(profile), context())
const withText = (description: string, language = 'en', declarations: CompanyProfile['declarations'] = {}) =>
  permitted(offer({ description, language }), company({ declarations }), context())

describe('declared facts hold the offer', () => {
  test.each<[string, Partial<CompanyProfile>, string]>([
    ['sanctions', { declarations: { unSanctions: true } }, 'permitted.sanctions'],
    ['ineligible vendor', { declarations: { unIneligibleVendor: true } }, 'permitted.ineligible-vendor'],
    ['mines', { declarations: { landMinesOrClusterMunitions: true } }, 'permitted.mines'],
    ['nuclear weapons', { declarations: { weaponsOfMassDestruction: 0.5 } }, 'permitted.mass-destruction'],
    ['weapons by revenue', { revenueShares: { '2520': 3 } }, 'permitted.weapons'],
    ['tobacco by revenue', { revenueShares: { '1200': 30, '4620': 70 } }, 'permitted.tobacco'],
    ['tobacco growing', { industry: '0115' }, 'permitted.tobacco'],
    ['tobacco declared in percent', { declarations: { tobacco: 1 } }, 'permitted.tobacco'],
    ['pornography', { declarations: { pornography: true } }, 'permitted.pornography'],
    ['gambling', { industry: '9200' }, 'permitted.gambling'],
    ['banned trade', { declarations: { bannedSubstancesOrWildlife: true } }, 'permitted.banned-trade'],
    ['forced labour', { declarations: { forcedLabour: true } }, 'permitted.forced-labour'],
    ['child labour', { declarations: { childLabour: true } }, 'permitted.child-labour'],
    [
      'a severe human rights controversy',
      { controversies: [{ kind: 'human-rights', severity: 'severe', year: 2024 }] },
      'permitted.human-rights',
    ],
  ])('%s', (_, profile, rule) => {
    expect(withFacts(profile)).toMatchObject({ verdict: 'held', reasons: [{ rule }] })
  })

  test('also where the text says nothing of it, and an industry that the offer states', () => {
    expect(rulesOf(withFacts({}, { industry: '1200' }))).toEqual(['permitted.tobacco'])
  })

  test('shares of nested codes count once', () => {
    const finding = withFacts({ revenueShares: { '12': 20, '1200': 20 } })
    expect(finding.reasons[0]?.facts).toMatchObject({ basis: 'revenue', value: '20 %' })
  })

  test.each<[string, Partial<CompanyProfile>]>([
    ['declared no', { declarations: { tobacco: false, weapons: false } }],
    ['a share of nothing', { revenueShares: { '1200': 0 }, declarations: { tobacco: 0 } }],
    ['another industry', { industry: '1104', revenueShares: { '1104': 100 } }],
    ['a serious controversy', { controversies: [{ kind: 'labour', severity: 'serious', year: 2024 }] }],
  ])('but not %s', (_, profile) => {
    expect(withFacts(profile)).toMatchObject({
      verdict: 'cleared',
      reasons: [{ rule: 'permitted.nothing-barred' }],
    })
  })
})

describe('plain words of a criterion are a question', () => {
  test.each([
    ['en', 'We give cigarettes to the drivers of relief convoys.', 'permitted.tobacco.question'],
    ['en', 'Rifles and ammunition for park rangers.', 'permitted.weapons.question'],
    ['en', 'Our casino gives a share of its takings.', 'permitted.gambling.question'],
    ['fr', 'Nous offrons des armes à feu aux gardes du parc.', 'permitted.weapons.question'],
    ['es', 'Nuestro casino dona parte de las apuestas.', 'permitted.gambling.question'],
    ['ru', 'Мы производим табачные изделия и помогаем школам.', 'permitted.tobacco.question'],
    ['ar', 'نقدم ذخائر وبنادق لحراس المحميات.', 'permitted.weapons.question'],
    ['zh', '我们向车队司机赠送香烟。', 'permitted.tobacco.question'],
  ])('%s: %s', (language, description, rule) => {
    expect(withText(description, language)).toMatchObject({ verdict: 'held', reasons: [{ rule }] })
  })

  test('also where the company declares otherwise, which the reason says', () => {
    const finding = withText('We give cigarettes to the drivers of relief convoys.', 'en', { tobacco: false })
    expect(finding.reasons).toMatchObject([{ rule: 'permitted.tobacco.question', facts: { declared: 'no' } }])
  })
})

describe('false alarms', () => {
  test.each([
    ['en', 'All our shops are tobacco-free and sell no tobacco and no weapons.'],
    ['en', 'Paint without tobacco, alcohol or weapons on any picture.'],
    ['en', 'Tobacco control campaigns for schools, with doctors.'],
    ['en', 'Counselling against gambling addiction by telephone, day and night.'],
    ['en', 'Gambling addiction counselling for families.'],
    ['en', 'Robots for mine clearance and demining, proven in mine action.'],
    ['en', 'Detection of landmines and cluster munitions from the air.'],
    ['en', 'Prostheses for arms and legs, fitted by our technicians.'],
    ['en', 'We support the health cluster and the logistics cluster.'],
    ['en', 'Prevention of child labour in cocoa villages; schools against forced labour.'],
    ['en', 'Nuclear medicine for cancer patients and chemical analysis of water.'],
    ['en', 'A copper mine gives its old buses; coal mine rescue training.'],
    ['en', 'An anti-poaching alarm that guards elephants and stops the trade in ivory.'],
    ['en', 'Fridges for Ivory Coast and a school of Gold Coast history.'],
    ['en', 'Help for survivors of torture and their families.'],
    ['fr', 'Lutte contre le tabac et dépistage du cancer.'],
    ['fr', 'Déminage et dépollution : retrait de mines antipersonnel.'],
    ['fr', 'Des réfrigérateurs pour la Côte d’Ivoire.'],
    ['es', 'Las tiendas participantes no venden tabaco.'],
    ['es', 'Desminado de minas antipersona con perros entrenados.'],
    ['ru', 'Борьба с детским трудом в деревнях и школах.'],
    ['ru', 'Разминирование: поиск противопехотных мин.'],
    ['ar', 'إزالة الألغام وتدريب الفرق المحلية.'],
    ['ar', 'مكافحة التبغ في المدارس.'],
    ['zh', '扫雷设备：用于地雷清除。'],
    ['zh', '预防童工的学校项目。'],
  ])('%s: %s', (language, description) => {
    expect(withText(description, language)).toMatchObject({ verdict: 'cleared' })
  })
})

describe('United Nations names and emblems', () => {
  test.each([
    ['en', 'We would print the UN logo on our product and brochures.'],
    ['en', 'As official partner of UNICEF we advertise in every shop.'],
    ['en', 'Our brochure carries the United Nations emblem.'],
    ['en', 'A filter endorsed by WHO experts.'],
    ['fr', 'Nous imprimons le logo de l’ONU sur nos produits.'],
    ['fr', 'Partenaire officiel de l’UNICEF depuis 2020.'],
    ['es', 'Pondremos el emblema de las Naciones Unidas en cada caja.'],
    ['ru', 'Мы нанесем эмблему ООН на каждый фонарь.'],
    ['ar', 'سنضع شعار الأمم المتحدة على منتجاتنا.'],
    ['zh', '我们将在产品上印联合国标志。'],
  ])('a claim is a question, %s: %s', (language, description) => {
    expect(withText(description, language)).toMatchObject({
      verdict: 'held',
      reasons: [{ rule: 'permitted.emblem' }],
    })
  })

  test.each([
    ['en', 'The model is WHO-prequalified and meets the UNICEF specification.'],
    ['en', 'We work with UN entities and follow WHO standards.'],
    ['en', 'Boxes carry our company logo; delivery goes through UNHCR.'],
    ['en', 'UN staff will find our logo on each box.'],
    ['en', 'We will not use the UN logo or the UNICEF emblem.'],
    ['en', 'Any use of the UN logo only with prior written authorisation.'],
    ['en', 'Those who like the logo of their school may paint it.'],
    ['en', 'We support UN Women and the UN country team.'],
    ['fr', 'Modèle préqualifié par l’OMS, sans emblème des Nations Unies.'],
    ['ru', 'Модель прошла преквалификацию ВОЗ.'],
    ['ar', 'الطراز معتمد مسبقاً وفق معايير منظمة الصحة العالمية.'],
    ['zh', '该型号已通过世界卫生组织预认证。'],
  ])('no claim, %s: %s', (language, description) => {
    expect(withText(description, language).verdict).toBe('cleared')
  })

  test('the acronym of an entity on record counts like those known by heart', () => {
    const description = 'We are the official partner of UNXYZ for clean water.'
    const known = context({ organisations: [entity('UNXYZ')] })
    expect(permitted(offer({ description }), company(), context()).verdict).toBe('cleared')
    expect(rulesOf(permitted(offer({ description }), company(), known))).toEqual(['permitted.emblem'])
  })
})

describe('an overlay', () => {
  const unicef = entity('UNICEF', { overlay: 'unicef' })
  const organisations = [unicef, entity('WFP')]
  const check = (profile: Partial<CompanyProfile>, description = 'Biscuits for schools, given each month.') =>
    permitted(offer({ description }), company(profile), context({ organisations }))

  test('is shown beside the base rules and holds nothing', () => {
    const finding = check({ declarations: { breastMilkSubstitutes: 12, alcohol: 16 } })
    expect(finding.verdict).toBe('cleared')
    expect(rulesOf(finding)).toEqual([
      'permitted.nothing-barred',
      'permitted.unicef.breast-milk-substitutes',
      'permitted.unicef.alcohol',
    ])
    expect(finding.reasons[1]?.facts).toMatchObject({ entity: 'UNICEF', value: '12 %' })
  })

  test('starts above a tenth of revenue', () => {
    expect(rulesOf(check({ revenueShares: { '1103': 10 } }))).toEqual(['permitted.nothing-barred'])
    expect(rulesOf(check({ revenueShares: { '1103': 10.5 } }))).toContain('permitted.unicef.alcohol')
    expect(rulesOf(check({ declarations: { breastMilkSubstitutes: true } }))).toContain(
      'permitted.unicef.breast-milk-substitutes',
    )
  })

  test('leaves a note of what the text says', () => {
    const finding = check({}, 'Infant formula for shelters, given each month.')
    expect(finding.verdict).toBe('cleared')
    expect(rulesOf(finding)).toEqual([
      'permitted.nothing-barred',
      'permitted.unicef.breast-milk-substitutes.question',
    ])
  })
})
