import type { Rule } from './rule.ts'
import { sources } from './sources.ts'

const since = '2026-11-01'
const waits = {
  en: 'A person compares your registration with public lists before the offer goes on.',
  fr: 'Une personne compare votre inscription à des listes publiques avant que l’offre ne suive son cours.',
  ar: 'يقارن أحد الموظفين بيانات تسجيلك بقوائم عامة قبل المضي في العرض.',
}
const nothingToDo = {
  en: 'You need not do anything; similar names are common. Up-to-date owners and former names in your profile help.',
  fr: 'Vous n’avez rien à faire ; les noms semblables sont fréquents. Des propriétaires et anciens noms à jour dans votre profil y aident.',
  ar: 'لا يلزمك فعل شيء؛ فتشابه الأسماء شائع. ويفيد تحديث بيانات المالكين والأسماء السابقة في ملفك.',
}
const lists = { check: 'not-sanctioned', version: '1', source: sources.sanctions, since } as const
const levels = { check: 'risk', version: '1', source: sources.undp, since } as const

/** What is known of the company: its names on lists, its industry, recorded controversies. */
export const companyRules: Rule[] = [
  {
    ...lists,
    id: 'not-sanctioned.no-hit',
    text: {
      en: 'The company’s names ({{names}}) compared with the listed entries ({{entries}}); none is alike.',
      fr: 'Noms de l’entreprise ({{names}}) comparés aux inscriptions ({{entries}}) ; aucun ne ressemble.',
      ar: 'قورنت أسماء الشركة ({{names}}) بالقيود المدرجة ({{entries}}) ولم يوجد تشابه.',
    },
    neutral: {
      en: 'Your company’s names were compared with public lists.',
      fr: 'Les noms de votre entreprise ont été comparés à des listes publiques.',
      ar: 'قورنت أسماء شركتك بقوائم عامة.',
    },
  },
  {
    ...lists,
    id: 'not-sanctioned.settled',
    text: {
      en: '“{{name}}” resembles “{{listed}}” ({{list}}, {{entry}}); a person decided that it is not the same.',
      fr: '« {{name}} » ressemble à « {{listed}} » ({{list}}, {{entry}}) ; une personne a décidé qu’il ne s’agit pas du même.',
      ar: '«{{name}}» يشبه «{{listed}}» ({{list}}، {{entry}})، وقرر أحد الموظفين أنهما مختلفان.',
    },
    neutral: waits,
    staffOnly: true,
  },
  {
    ...lists,
    id: 'not-sanctioned.candidate',
    text: {
      en: '“{{name}}” resembles “{{listed}}” ({{list}}, {{entry}}): {{percent}} % alike. Is it the same?',
      fr: '« {{name}} » ressemble à « {{listed}} » ({{list}}, {{entry}}) : {{percent}} % de ressemblance. Est-ce le même ?',
      ar: '«{{name}}» يشبه «{{listed}}» ({{list}}، {{entry}}) بنسبة {{percent}} %. هل هما واحد؟',
    },
    neutral: waits,
    remedy: nothingToDo,
  },
  {
    ...lists,
    id: 'not-sanctioned.same',
    text: {
      en: '“{{name}}” was found to be “{{listed}}” ({{list}}, {{entry}}) by a person’s decision.',
      fr: '« {{name}} » a été reconnu comme « {{listed}} » ({{list}}, {{entry}}) par décision d’une personne.',
      ar: 'تقرر أن «{{name}}» هو «{{listed}}» ({{list}}، {{entry}}) بقرار من أحد الموظفين.',
    },
    neutral: waits,
  },
  {
    ...levels,
    id: 'risk.nothing-known',
    text: {
      en: 'No high-risk industry and no recorded controversy: level low.',
      fr: 'Aucun secteur à haut risque ni controverse connue : niveau faible.',
      ar: 'لا قطاع عالي المخاطر ولا خلافات مسجلة: المستوى منخفض.',
    },
    neutral: {
      en: 'Looked at: your industry and what is publicly recorded.',
      fr: 'Examinés : votre secteur et les faits publics recensés.',
      ar: 'جرى النظر في قطاعك وفي ما هو مسجل علناً.',
    },
  },
  {
    ...levels,
    id: 'risk.industry',
    text: {
      en: 'Active in {{sector}} ({{industry}}): at least {{level}}.',
      fr: 'Active dans un secteur à risque ({{sector}}, {{industry}}) : au moins {{level}}.',
      ar: 'تعمل في قطاع ذي مخاطر ({{sector}}، {{industry}}): المستوى {{level}} على الأقل.',
    },
    neutral: {
      en: 'Your industry asks for a closer look, as it does for every company in it.',
      fr: 'Votre secteur demande un examen plus approfondi, comme pour toute entreprise qui y exerce.',
      ar: 'يستدعي قطاعك نظرة أدق، كما هو الحال لكل شركة تعمل فيه.',
    },
  },
  {
    ...levels,
    id: 'risk.controversy',
    text: {
      en: 'Recorded: {{kind}}, {{severity}}, {{year}}.',
      fr: 'Fait recensé : {{kind}}, {{severity}}, {{year}}.',
      ar: 'واقعة مسجلة: {{kind}}، {{severity}}، {{year}}.',
    },
    neutral: {
      en: 'Public reports about your company ask for a closer look.',
      fr: 'Des informations publiques sur votre entreprise demandent un examen plus approfondi.',
      ar: 'تستدعي تقارير علنية عن شركتك نظرة أدق.',
    },
  },
  {
    ...levels,
    id: 'risk.global-compact',
    text: {
      en: 'Member of the Global Compact: a signal, never a pass; the level stays as it is.',
      fr: 'Membre du Pacte mondial : un signal, jamais un laissez-passer ; le niveau reste le même.',
      ar: 'عضو في الاتفاق العالمي: إشارة لا جواز مرور؛ يبقى المستوى كما هو.',
    },
    neutral: 'same',
  },
]
