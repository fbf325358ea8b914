import type { Rule } from './rule.ts'
import { sources } from './sources.ts'

const origin = { check: 'genuine', version: '1', source: sources.report, since: '2026-11-01' } as const

/** Whether an offer is one: not there already, not a sale, not a search for a contract. */
export const genuineRules: Rule[] = [
  {
    ...origin,
    id: 'genuine.looked-at',
    text: {
      en: 'Compared with the company’s other open offers ({{count}}); the text reads as a contribution.',
      fr: 'Comparée aux autres offres ouvertes de l’entreprise ({{count}}) ; le texte se lit comme une contribution.',
      ar: 'قورن العرض بعروض الشركة المفتوحة الأخرى ({{count}})، ويُقرأ النص بوصفه مساهمة.',
    },
    neutral: 'same',
  },
  {
    ...origin,
    id: 'genuine.duplicate',
    source: sources.duplicates,
    text: {
      en: 'Nearly the same text as the open offer “{{title}}” ({{percent}} % alike).',
      fr: 'Texte presque identique à l’offre ouverte « {{title}} » ({{percent}} % en commun).',
      ar: 'النص مطابق تقريباً للعرض المفتوح «{{title}}» (نسبة التشابه {{percent}} %).',
    },
    neutral: {
      en: 'Nearly the same text as your open offer “{{title}}”.',
      fr: 'Texte presque identique à votre offre ouverte « {{title}} ».',
      ar: 'النص مطابق تقريباً لعرضك المفتوح «{{title}}».',
    },
    remedy: {
      en: 'Extend the other offer, for instance by further countries, or say here what differs.',
      fr: 'Complétez l’autre offre, par exemple par d’autres pays, ou précisez ici ce qui diffère.',
      ar: 'وسّع العرض الآخر، بإضافة بلدان مثلاً، أو بيّن هنا وجه الاختلاف.',
    },
  },
  {
    ...origin,
    id: 'genuine.sales',
    text: {
      en: 'Reads as a sale or a search for a contract (“{{words}}”) and says nowhere that something is given.',
      fr: 'Se lit comme une vente ou une recherche de contrat (« {{words}} ») et ne dit nulle part que quelque chose est donné.',
      ar: 'يُقرأ النص بوصفه بيعاً أو سعياً إلى عقد («{{words}}») ولا يذكر أن شيئاً يُقدَّم مجاناً.',
    },
    neutral: {
      en: 'The offer reads as a sale or a search for a contract. A partnership is not related to procurement and gives no preferred status.',
      fr: 'L’offre se lit comme une vente ou une recherche de contrat. Un partenariat est sans lien avec les achats et ne confère aucun statut préférentiel.',
      ar: 'يُقرأ العرض بوصفه بيعاً أو سعياً إلى عقد. لا صلة للشراكة بالمشتريات ولا تمنح أي أفضلية.',
    },
    remedy: {
      en: 'Say what you contribute and on which terms; for sales turn to the United Nations Global Marketplace.',
      fr: 'Dites ce que vous apportez et à quelles conditions ; pour vendre, adressez-vous au United Nations Global Marketplace.',
      ar: 'بيّن ما الذي تسهم به وبأي شروط؛ أما للبيع فتوجّه إلى سوق الأمم المتحدة العالمية (UNGM).',
    },
  },
  {
    ...origin,
    id: 'genuine.sales-question',
    text: {
      en: 'Some words belong to a sale or a contract (“{{words}}”): is this a contribution?',
      fr: 'Certains mots relèvent d’une vente ou d’un contrat (« {{words}} ») : s’agit-il d’une contribution ?',
      ar: 'بعض العبارات تخص البيع أو التعاقد («{{words}}»): هل هذه مساهمة؟',
    },
    neutral: {
      en: 'A person looks at whether the offer is a contribution rather than a sale.',
      fr: 'Une personne examine si l’offre est une contribution et non une vente.',
      ar: 'ينظر أحد الموظفين فيما إذا كان العرض مساهمة لا بيعاً.',
    },
    remedy: {
      en: 'Making plain what you give free of charge helps.',
      fr: 'Préciser ce que vous donnez gratuitement y aide.',
      ar: 'يفيد أن توضّح ما تقدّمه مجاناً.',
    },
  },
]
