import type { Exclusion, Rule } from './rule.ts'
import { sources } from './sources.ts'

const waits = {
  en: 'The information on your company concerns a criterion that a person has to look at.',
  fr: 'Les informations sur votre entreprise touchent un critère qu’une personne doit examiner.',
  ar: 'تتعلق المعلومات عن شركتك بمعيار يتعيّن على أحد الموظفين النظر فيه.',
}
const checkProfile = {
  en: 'Check that the declarations and revenue shares in your profile are right and up to date.',
  fr: 'Vérifiez que les déclarations et la répartition du chiffre d’affaires de votre profil sont justes et à jour.',
  ar: 'تحقّق من أن الإقرارات وحصص الإيرادات في ملفك صحيحة ومحدّثة.',
}
const asks = {
  en: 'A person looks at a passage of your text (“{{words}}”) before the offer goes on.',
  fr: 'Une personne examine un passage de votre texte (« {{words}} ») avant que l’offre ne suive son cours.',
  ar: 'ينظر أحد الموظفين في مقطع من نصك («{{words}}») قبل المضي في العرض.',
}
const makePlain = {
  en: 'If it is meant otherwise, word it more plainly.',
  fr: 'S’il faut le comprendre autrement, formulez-le plus clairement.',
  ar: 'إن كان المقصود غير ذلك فأعد صياغته بوضوح أكبر.',
}
const origin = { check: 'permitted', version: '1', source: sources.guidelines, since: '2026-11-01' } as const

/** The rules of the check that belong to no single exclusion. */
export const permittedRules: Rule[] = [
  {
    ...origin,
    id: 'permitted.nothing-barred',
    text: {
      en: 'Declarations, revenue shares, industry and text compared with {{count}} exclusionary criteria; none applies.',
      fr: 'Déclarations, chiffre d’affaires, secteur et texte comparés à {{count}} critères d’exclusion ; aucun ne s’applique.',
      ar: 'قورنت الإقرارات وحصص الإيرادات والقطاع والنص مع {{count}} من معايير الاستبعاد ولا ينطبق أي منها.',
    },
    neutral: 'same',
  },
  {
    ...origin,
    id: 'permitted.emblem',
    source: sources.emblem,
    text: {
      en: 'The text may use a United Nations name or emblem, or claim endorsement (“{{words}}”): is there written authorisation?',
      fr: 'Le texte semble utiliser un nom ou un emblème des Nations Unies, ou se prévaloir d’un aval (« {{words}} ») : existe-t-il une autorisation écrite ?',
      ar: 'يبدو أن النص يستعمل اسماً أو شعاراً للأمم المتحدة أو يدّعي تأييدها («{{words}}»): هل يوجد إذن خطي؟',
    },
    neutral: {
      en: 'Use of United Nations names and emblems needs prior written authorisation; a person looks at a passage of your text (“{{words}}”).',
      fr: 'L’emploi des noms et emblèmes des Nations Unies exige une autorisation écrite préalable ; une personne examine un passage de votre texte (« {{words}} »).',
      ar: 'يتطلب استعمال أسماء الأمم المتحدة وشعاراتها إذناً خطياً مسبقاً؛ وينظر أحد الموظفين في مقطع من نصك («{{words}}»).',
    },
    remedy: {
      en: 'Leave the name or emblem out, or name the authorisation.',
      fr: 'Retirez le nom ou l’emblème, ou citez l’autorisation.',
      ar: 'احذف الاسم أو الشعار، أو اذكر الإذن.',
    },
  },
]

/** The rules of a base exclusion: a fact that bars, and a question that the text raises. */
export function exclusionRules({ id, subject, version, source, since }: Exclusion): Rule[] {
  const common = { ...origin, version, source, since }
  return [
    { ...common, id, text: bars(subject), neutral: waits, remedy: checkProfile },
    { ...common, id: `${id}.question`, text: questions(subject), neutral: asks, remedy: makePlain },
  ]
}

/** The rules of an entity's own exclusion: a fact that bars this entity, and a note on the text for it. */
export function overlayRules({ id, subject, version, source, since }: Exclusion): Rule[] {
  const common = { ...origin, version, source, since }
  return [
    { ...common, id, text: barsEntity(subject), neutral: waits, staffOnly: true },
    { ...common, id: `${id}.question`, text: notes(subject), neutral: asks, staffOnly: true },
  ]
}

const bars = ({ en, fr, ar }: Exclusion['subject']) => ({
  en: `Exclusionary criterion: ${en}. Fact: {{basis}} {{value}}.`,
  fr: `Critère d’exclusion : ${fr}. Fait : {{basis}} {{value}}.`,
  ar: `معيار استبعاد: ${ar}. الواقعة: {{basis}} {{value}}.`,
})

const questions = ({ en, fr, ar }: Exclusion['subject']) => ({
  en: `The text says “{{words}}”: does the criterion apply (${en})? The company declares: {{declared}}.`,
  fr: `Le texte dit « {{words}} » : le critère s’applique-t-il (${fr}) ? L’entreprise déclare : {{declared}}.`,
  ar: `يقول النص «{{words}}»: هل ينطبق المعيار (${ar})؟ إقرار الشركة: {{declared}}.`,
})

const barsEntity = ({ en, fr, ar }: Exclusion['subject']) => ({
  en: `{{entity}} does not hear of this offer by a rule of its own: ${en}. Fact: {{basis}} {{value}}.`,
  fr: `{{entity}} ne reçoit pas cette offre selon sa propre règle : ${fr}. Fait : {{basis}} {{value}}.`,
  ar: `لا يُوجَّه هذا العرض إلى {{entity}} وفق قاعدة خاصة بها: ${ar}. الواقعة: {{basis}} {{value}}.`,
})

const notes = ({ en, fr, ar }: Exclusion['subject']) => ({
  en: `For {{entity}} to note: the text says “{{words}}” (${en}).`,
  fr: `À l’attention de {{entity}} : le texte dit « {{words}} » (${fr}).`,
  ar: `لعناية {{entity}}: يقول النص «{{words}}» (${ar}).`,
})
