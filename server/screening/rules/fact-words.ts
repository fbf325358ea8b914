import type { Desk } from '../screening.ts'
import { ruleLanguage } from './rule.ts'
import type { Texts } from './rule.ts'

/** Words for facts that are codes, by the name of the fact. A value that is not here is shown as it is. */
export const factWords: Readonly<Record<string, Readonly<Record<string, Texts>>>> = {
  level: {
    low: { en: 'low', fr: 'faible', ar: 'منخفض' },
    moderate: { en: 'moderate', fr: 'modéré', ar: 'متوسط' },
    substantial: { en: 'substantial', fr: 'substantiel', ar: 'كبير' },
    high: { en: 'high', fr: 'élevé', ar: 'مرتفع' },
  },
  severity: {
    minor: { en: 'minor', fr: 'mineur', ar: 'بسيطة' },
    serious: { en: 'serious', fr: 'sérieux', ar: 'خطيرة' },
    severe: { en: 'severe', fr: 'grave', ar: 'جسيمة' },
  },
  kind: {
    'human-rights': { en: 'human rights', fr: 'droits humains', ar: 'حقوق الإنسان' },
    labour: { en: 'labour', fr: 'travail', ar: 'العمل' },
    environment: { en: 'environment', fr: 'environnement', ar: 'البيئة' },
    corruption: { en: 'corruption', fr: 'corruption', ar: 'الفساد' },
    'product-harm': { en: 'harm by products', fr: 'dommages causés par des produits', ar: 'أضرار المنتجات' },
    tax: { en: 'tax', fr: 'fiscalité', ar: 'الضرائب' },
    land: { en: 'land', fr: 'foncier', ar: 'الأراضي' },
  },
  condition: {
    used: { en: 'used', fr: 'usagés', ar: 'مستعملة' },
    refurbished: { en: 'refurbished', fr: 'remis à neuf', ar: 'مجدَّدة' },
  },
  basis: {
    revenue: { en: 'share of revenue', fr: 'part du chiffre d’affaires', ar: 'حصة من الإيرادات' },
    industry: { en: 'industry', fr: 'secteur', ar: 'القطاع' },
    declaration: { en: 'declared', fr: 'déclaré', ar: 'إقرار' },
    controversy: { en: 'severe controversy of', fr: 'controverse grave de', ar: 'خلاف جسيم في عام' },
  },
  declared: {
    no: { en: 'no', fr: 'non', ar: 'لا' },
    nothing: { en: 'nothing', fr: 'rien', ar: 'لا شيء' },
  },
  value: {
    yes: { en: '(yes)', fr: '(oui)', ar: '(نعم)' },
  },
}

const deskNames: Readonly<Record<Desk, Texts>> = {
  'country-office': { en: 'Country office', fr: 'Bureau de pays', ar: 'المكتب القطري' },
  region: { en: 'Regional desk', fr: 'Bureau régional', ar: 'المكتب الإقليمي' },
  headquarters: { en: 'Headquarters', fr: 'Siège', ar: 'المقر' },
}
const rulesNames: Texts = { en: 'Rules, version', fr: 'Règles, version', ar: 'القواعد، الإصدار' }

export const deskName = (desk: Desk, language: string): string => deskNames[desk][ruleLanguage(language)]
export const rulesName = (version: string, language: string): string =>
  `${rulesNames[ruleLanguage(language)]} ${version}`
