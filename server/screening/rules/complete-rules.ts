import type { Rule } from './rule.ts'
import { sources } from './sources.ts'

const origin = { check: 'complete', version: '1', source: sources.report, since: '2026-11-01' } as const

/** What a kind of contribution needs before anyone can say yes to it. */
export const completeRules: Rule[] = [
  {
    ...origin,
    id: 'complete.stated',
    text: {
      en: 'Everything that this kind of contribution needs is stated ({{types}}).',
      fr: 'Tout ce que demande ce type de contribution est indiqué ({{types}}).',
      ar: 'كل ما يتطلبه هذا النوع من المساهمة مذكور ({{types}}).',
    },
    neutral: 'same',
  },
  {
    ...origin,
    id: 'complete.description',
    text: {
      en: 'The description is too short to judge the offer by.',
      fr: 'La description est trop courte pour que l’on puisse juger de l’offre.',
      ar: 'الوصف أقصر من أن يُحكم على العرض من خلاله.',
    },
    neutral: 'same',
    remedy: {
      en: 'Describe in a sentence or two what you give, to whom and how.',
      fr: 'Décrivez en une ou deux phrases ce que vous donnez, à qui et comment.',
      ar: 'صف في جملة أو جملتين ما الذي تقدّمه ولمن وكيف.',
    },
  },
  {
    ...origin,
    id: 'complete.condition',
    text: {
      en: 'The goods offered do not say whether they are new, used or refurbished.',
      fr: 'L’offre ne dit pas si les biens sont neufs, usagés ou remis à neuf.',
      ar: 'لا يذكر العرض ما إذا كانت السلع جديدة أم مستعملة أم مجدَّدة.',
    },
    neutral: 'same',
    remedy: {
      en: 'State the condition of the goods.',
      fr: 'Indiquez l’état des biens.',
      ar: 'اذكر حالة السلع.',
    },
  },
  {
    ...origin,
    id: 'complete.freight',
    text: {
      en: 'It is not stated who pays the freight.',
      fr: 'Il n’est pas indiqué qui paie le transport.',
      ar: 'لم يُذكر من يدفع كلفة الشحن.',
    },
    neutral: 'same',
    remedy: {
      en: 'State who pays the freight: your company, the entity, or both.',
      fr: 'Indiquez qui paie le transport : votre entreprise, l’entité ou les deux.',
      ar: 'اذكر من يدفع كلفة الشحن: شركتك أم الجهة الأممية أم كلاهما.',
    },
  },
  {
    ...origin,
    id: 'complete.customs',
    text: {
      en: 'It is not stated who bears customs clearance and duties.',
      fr: 'Il n’est pas indiqué qui prend en charge le dédouanement et les droits.',
      ar: 'لم يُذكر من يتحمّل التخليص الجمركي والرسوم.',
    },
    neutral: 'same',
    remedy: {
      en: 'State who bears customs: your company, the entity, or both.',
      fr: 'Indiquez qui prend en charge la douane : votre entreprise, l’entité ou les deux.',
      ar: 'اذكر من يتحمّل الجمارك: شركتك أم الجهة الأممية أم كلاهما.',
    },
  },
  {
    ...origin,
    id: 'complete.consignee',
    text: {
      en: 'It is not stated who receives the goods.',
      fr: 'Il n’est pas indiqué qui reçoit les biens.',
      ar: 'لم يُذكر من يستلم السلع.',
    },
    neutral: 'same',
    remedy: {
      en: 'State who receives the goods (consignee).',
      fr: 'Indiquez qui reçoit les biens (destinataire).',
      ar: 'اذكر من يستلم السلع (المرسل إليه).',
    },
  },
]
