import type { DemoOffer } from '../types.ts'

export const obrazetsLogisticsOffers: DemoOffer[] = [
  {
    key: 'perevozka-lekarstv',
    by: 'obrazets-logistics',
    title: 'Перевозка медицинских грузов в горные районы Таджикистана и Кыргызстана',
    description:
      'Безвозмездно предоставляем две машины с температурным контролем и опытные экипажи для доставки лекарств и вакцин в горные районы. До тридцати рейсов в год, по три тонны каждый, в том числе зимой, когда дорога открывается на несколько дней. Температура записывается на всём пути, и отчёт передаётся получателю. Топливо и зарплату водителей оплачиваем мы, дополнительных расходов у получателя не будет.',
    language: 'ru',
    contributionTypes: ['in-kind-services'],
    sdgs: [3],
    sdgTargets: ['3.3', '3.8'],
    countries: ['TJK', 'KGZ'],
    regions: [],
    industry: '4923',
    quantity: { amount: 30, unit: 'journeys' },
    availableFromDays: 7,
    availableUntilDays: 365,
    postedDaysAgo: 9,
    expectedVerdict: 'cleared',
  },
  {
    key: 'gruzoviki-keniya',
    by: 'obrazets-logistics',
    title: 'Грузовики с водителями для доставки продовольствия на север Кении',
    description:
      'Вместе с нашим партнёрским автопарком в Момбасе предоставляем двенадцать грузовиков по 15 тонн с водителями и топливом на сорок дней: всего 480 рабочих дней. Машины могут перевозить продовольствие и воду в районы, пострадавшие от засухи, в первую очередь в Марсабит и Мандеру. Услуга бесплатна, ремонт в пути за наш счёт. Мы следуем плану колонн, который составляет принимающая сторона.',
    language: 'ru',
    contributionTypes: ['in-kind-services'],
    sdgs: [2, 13],
    sdgTargets: ['2.1', '13.1'],
    countries: ['KEN', 'SOM'],
    regions: [],
    industry: '4923',
    quantity: { amount: 480, unit: 'truck days' },
    availableFromDays: 3,
    availableUntilDays: 70,
    postedDaysAgo: 1,
    expectedVerdict: 'cleared',
  },
]
