import type { Rule } from './rule.ts'
import { sources } from './sources.ts'

const since = '2026-11-01'
const mandates = { check: 'relevant', version: '1', source: sources.mandates, since } as const
const ways = { check: 'routed', version: '1', source: sources.mandates, since } as const

/** Whose mandate an offer fits, and who hears of it. */
export const distributionRules: Rule[] = [
  {
    ...mandates,
    id: 'relevant.fits',
    text: {
      en: 'Fits the mandate of {{entities}}.',
      fr: 'Correspond au mandat de : {{entities}}.',
      ar: 'يتوافق مع ولاية: {{entities}}.',
    },
    neutral: 'same',
  },
  {
    ...mandates,
    id: 'relevant.open',
    text: {
      en: 'No mandate names its subject; it can be found by every entity that takes such contributions.',
      fr: 'Aucun mandat ne nomme son sujet ; toute entité qui accepte ce type de contribution peut la trouver.',
      ar: 'لا ولاية تذكر موضوعه؛ ويمكن لكل جهة تقبل هذا النوع من المساهمات أن تجده.',
    },
    neutral: 'same',
    remedy: {
      en: 'Naming the Sustainable Development Goals that it serves helps the right people to find it.',
      fr: 'Nommer les objectifs de développement durable qu’elle sert aide les bonnes personnes à la trouver.',
      ar: 'تسمية أهداف التنمية المستدامة التي يخدمها تساعد المعنيين على العثور عليه.',
    },
  },
  {
    ...mandates,
    id: 'relevant.nobody-takes',
    text: {
      en: 'No entity takes this kind of contribution ({{types}}) and no mandate names its subject: who could use it?',
      fr: 'Aucune entité n’accepte ce type de contribution ({{types}}) et aucun mandat ne nomme son sujet : à qui servirait-elle ?',
      ar: 'لا جهة تقبل هذا النوع من المساهمات ({{types}}) ولا ولاية تذكر موضوعه: من يمكنه الاستفادة منه؟',
    },
    neutral: {
      en: 'A person looks for an entity that can use this kind of contribution ({{types}}).',
      fr: 'Une personne cherche une entité à qui ce type de contribution ({{types}}) peut servir.',
      ar: 'يبحث أحد الموظفين عن جهة يمكنها الاستفادة من هذا النوع من المساهمات ({{types}}).',
    },
    remedy: {
      en: 'Naming the Sustainable Development Goals that it serves helps.',
      fr: 'Nommer les objectifs de développement durable qu’elle sert y aide.',
      ar: 'يفيد أن تذكر أهداف التنمية المستدامة التي يخدمها.',
    },
  },
  {
    ...mandates,
    id: 'relevant.suggestion',
    text: {
      en: 'The text also suggests these goals: {{sdgs}}.',
      fr: 'Le texte évoque aussi ces objectifs : {{sdgs}}.',
      ar: 'يشير النص أيضاً إلى هذه الأهداف: {{sdgs}}.',
    },
    neutral: 'same',
    remedy: {
      en: 'Add them if they fit.',
      fr: 'Ajoutez-les s’ils conviennent.',
      ar: 'أضفها إن كانت مناسبة.',
    },
  },
  {
    ...ways,
    id: 'routed.to',
    text: {
      en: 'By mandate and place it goes to entities ({{count}}) and offices ({{offices}}), which are told of one another: {{entities}}.',
      fr: 'Selon mandat et lieu, transmise à des entités ({{count}}) et bureaux ({{offices}}), informés les uns des autres : {{entities}}.',
      ar: 'يُوجَّه بحسب الولاية والمكان إلى جهات ({{count}}) ومكاتب ({{offices}})، ويُعلَم كل منها بالآخرين: {{entities}}.',
    },
    neutral: {
      en: 'Goes to the entities and offices whose mandate and place it fits.',
      fr: 'Transmise aux entités et bureaux dont le mandat et le lieu correspondent.',
      ar: 'يُوجَّه إلى الجهات والمكاتب التي يناسب ولايتها ومكانها.',
    },
  },
  {
    ...ways,
    id: 'routed.lists-only',
    text: {
      en: 'No entity or office fits by mandate and place; it stands in the lists that all can search.',
      fr: 'Aucune entité ni aucun bureau ne correspond par mandat et lieu ; elle figure dans les listes que tous peuvent parcourir.',
      ar: 'لا جهة ولا مكتب يتوافق من حيث الولاية والمكان؛ ويبقى في القوائم التي يمكن للجميع البحث فيها.',
    },
    neutral: 'same',
  },
]
