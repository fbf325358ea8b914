import type { DemoOffer } from '../types.ts'

export const paradeigmaShippingOffers: DemoOffer[] = [
  {
    key: 'mustawdaat-mina',
    by: 'paradeigma-shipping',
    title: 'مستودعات مغلقة قرب ميناء بورتسودان للمواد الغذائية',
    description:
      'نضع أربعة آلاف متر مربع من المستودعات المغلقة والجافة قرب ميناء بورتسودان تحت تصرف الجهات التي تقدم المساعدات الغذائية مدة ستة أشهر دون إيجار. تشمل المساحة رصيف تحميل ورافعتين شوكيتين، ولا تترتب عليها رسوم لاحقة. يمكن البدء بألف متر مربع خلال أسبوع. تبقى الحراسة والتأمين على البضائع من شأن الجهة المستفيدة.',
    language: 'ar',
    contributionTypes: ['access'],
    sdgs: [2, 17],
    sdgTargets: ['2.1'],
    countries: ['SDN'],
    regions: [],
    industry: '5210',
    quantity: { amount: 4000, unit: 'square metres' },
    availableFromDays: 7,
    availableUntilDays: 190,
    postedDaysAgo: 3,
    expectedVerdict: 'held',
    expectedFrom: 'not-sanctioned',
  },
]
