import type { Overlay } from '../rule.ts'
import { sources } from '../sources.ts'
import { terms } from '../../text/terms.ts'

const origin = { version: '1', source: sources.unicef, since: '2026-11-01', threshold: 10 } as const

/** UNICEF counts a business above a tenth of revenue; a declared breach of the code counts at once. */
export const unicef: Overlay = {
  key: 'unicef',
  exclusions: [
    {
      ...origin,
      id: 'permitted.unicef.breast-milk-substitutes',
      topic: 'breastMilkSubstitutes',
      subject: {
        en: 'marketing of breast-milk substitutes against the International Code',
        fr: 'commercialisation de substituts du lait maternel contraire au Code international',
        ar: 'تسويق بدائل لبن الأم خلافاً للمدونة الدولية',
      },
      industries: [],
      terms: terms({
        en: 'infant formula | baby formula | breast milk substitute* | follow on formula',
        fr: 'lait infantile | lait* maternise* | preparation* pour nourrissons | substitut* du lait maternel',
        es: 'leche de formula | formula infantil | formulas infantiles | sucedaneo* de la leche materna',
        ru: 'детск* смес* | заменител* грудного молока',
        ar: 'حليب الرضع | بدائل لبن الام | حليب الاطفال',
        zh: '婴儿配方奶粉 | 婴儿奶粉 | 母乳代用品',
      }),
    },
    {
      ...origin,
      id: 'permitted.unicef.alcohol',
      topic: 'alcohol',
      subject: { en: 'alcohol', fr: 'alcool', ar: 'الكحول' },
      industries: ['1101', '1102', '1103'],
      terms: terms({
        en: 'beer | beers | wine | wines | whisky | vodka | liquor | spirits | brewery',
        fr: 'biere* | vin | vins | spiritueux | brasserie*',
        es: 'cerveza* | vino | vinos | licor* | cerveceria*',
        ru: 'пиво | пива | вино | вина | водк* | алкогольн* напит*',
        ar: 'بيره | نبيذ | خمور | مشروبات كحوليه',
        zh: '啤酒 | 葡萄酒 | 白酒 | 烈酒',
      }),
    },
  ],
}
