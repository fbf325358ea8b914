import type { Rule } from './rule.ts'
import { sources } from './sources.ts'

const origin = { check: 'complete', version: '1', source: sources.report, since: '2026-11-01' } as const

/** What goods that perish or were used must state, and what costs or conditions may follow a gift. */
export const goodsRules: Rule[] = [
  {
    ...origin,
    id: 'complete.shelf-life',
    text: {
      en: 'The goods seem to perish ({{sign}}) and no shelf life is stated.',
      fr: 'Les biens semblent périssables ({{sign}}) et aucune date limite n’est indiquée.',
      ar: 'تبدو السلع قابلة للتلف ({{sign}}) ولم تُذكر مدة صلاحيتها.',
    },
    neutral: 'same',
    remedy: {
      en: 'State until when the goods keep, or say in the description that they do not expire.',
      fr: 'Indiquez jusqu’à quand les biens se conservent, ou précisez dans la description qu’ils ne périment pas.',
      ar: 'اذكر تاريخ انتهاء صلاحية السلع، أو وضّح في الوصف أنها لا تنتهي صلاحيتها.',
    },
  },
  {
    ...origin,
    id: 'complete.shelf-life-past',
    text: {
      en: 'The stated shelf life ends on {{date}}, before the goods can be used.',
      fr: 'La date limite indiquée, {{date}}, tombe avant que les biens puissent servir.',
      ar: 'تنتهي الصلاحية المذكورة في {{date}} قبل أن يمكن استعمال السلع.',
    },
    neutral: 'same',
    remedy: {
      en: 'Check the date, or offer goods that keep long enough to be shipped and used.',
      fr: 'Vérifiez la date, ou proposez des biens qui se conservent assez longtemps pour être expédiés et utilisés.',
      ar: 'تحقّق من التاريخ، أو اعرض سلعاً تكفي صلاحيتها للشحن والاستعمال.',
    },
  },
  {
    ...origin,
    id: 'complete.standards',
    text: {
      en: 'The goods are {{condition}} and no standard, test or certificate is named.',
      fr: 'Les biens ne sont pas neufs et aucune norme, vérification ou certification n’est citée.',
      ar: 'السلع ليست جديدة ولم يُذكر معيار أو فحص أو شهادة.',
    },
    neutral: 'same',
    remedy: {
      en: 'Say in the description which standard the goods meet or how they were tested.',
      fr: 'Précisez dans la description à quelle norme les biens répondent ou comment ils ont été vérifiés.',
      ar: 'بيّن في الوصف المعيار الذي تستوفيه السلع أو كيف جرى فحصها.',
    },
  },
  {
    ...origin,
    id: 'complete.later-costs',
    text: {
      en: 'The text speaks of later costs (“{{words}}”) and gives no amount.',
      fr: 'Le texte évoque des coûts ultérieurs (« {{words}} ») sans montant.',
      ar: 'يشير النص إلى تكاليف لاحقة («{{words}}») دون ذكر مبلغ.',
    },
    neutral: 'same',
    remedy: {
      en: 'State which costs arise later, how much and who pays them, or that there are none.',
      fr: 'Indiquez quels coûts surviennent plus tard, leur montant et qui les paie, ou qu’il n’y en a pas.',
      ar: 'اذكر التكاليف اللاحقة ومقدارها ومن يدفعها، أو أنه لا توجد تكاليف.',
    },
  },
  {
    ...origin,
    id: 'complete.later-costs-stated',
    text: {
      en: 'The text states later costs with an amount (“{{words}}”): are they acceptable?',
      fr: 'Le texte indique des coûts ultérieurs chiffrés (« {{words}} ») : sont-ils acceptables ?',
      ar: 'يذكر النص تكاليف لاحقة بمبلغ محدد («{{words}}»): هل هي مقبولة؟',
    },
    neutral: {
      en: 'A person looks at the later costs that your offer states.',
      fr: 'Une personne examine les coûts ultérieurs que votre offre mentionne.',
      ar: 'ينظر أحد الموظفين في التكاليف اللاحقة التي يذكرها عرضك.',
    },
  },
  {
    ...origin,
    id: 'complete.strings',
    text: {
      en: 'The text seems to tie the money to a return (“{{words}}”): is it given freely?',
      fr: 'Le texte semble lier l’argent à une contrepartie (« {{words}} ») : est-il donné sans condition ?',
      ar: 'يبدو أن النص يربط المال بمقابل («{{words}}»): هل يُقدَّم دون شروط؟',
    },
    neutral: {
      en: 'A person looks at whether conditions are attached to the money.',
      fr: 'Une personne examine si des conditions sont attachées aux fonds.',
      ar: 'ينظر أحد الموظفين فيما إذا كانت الأموال مقترنة بشروط.',
    },
    remedy: {
      en: 'If there are none, say so and leave out the wording in question.',
      fr: 'S’il n’y en a pas, dites-le et retirez la formulation en cause.',
      ar: 'إن لم تكن هناك شروط فاذكر ذلك واحذف العبارة المعنية.',
    },
  },
]
