import type { CompanyProfile, Controversy, Organisation } from '../organisations/organisation.ts'
import type { TFunction } from 'i18next'
import { industryName, isIndustry } from '../vocabulary/industries.ts'
import { countryName } from '../vocabulary/place-names.ts'
import { isLanguage } from '../vocabulary/languages.ts'
import { factWords } from './rules/fact-words.ts'
import type { Texts } from './rules/rule.ts'
import { baseExclusions, overlays } from './rules/rule-set.ts'

type Declared = CompanyProfile['declarations'][string]

const exclusions = [...baseExclusions, ...[...overlays.values()].flatMap((overlay) => overlay.exclusions)]

/** What a screener must know of the company: everything that it declared and that is on record about it. */
export function companyPage({ name, description, profile }: Organisation, t: TFunction, language: string) {
  return {
    name,
    description,
    country: profile?.country && countryName(profile.country, isLanguage(language) ? language : 'en'),
    industry: profile?.industry && industryText(profile.industry),
    formerNames: profile?.formerNames ?? [],
    owners: profile?.owners ?? [],
    shares: sharesOf(profile?.revenueShares ?? {}),
    declarations: Object.entries(profile?.declarations ?? {}).map(([topic, declared]) => ({
      topic: topicText(topic, t, language),
      answer: answerText(declared, t),
      /** not a plain no */
      notable: declared !== false,
    })),
    controversies: (profile?.controversies ?? []).map((one) => controversyText(one, t, language)),
  }
}

const sharesOf = (shares: Record<string, number>) =>
  Object.entries(shares)
    .sort(([, one], [, other]) => other - one)
    .map(([code, percent]) => ({ industry: industryText(code), percent }))

const industryText = (code: string): string => (isIndustry(code) ? `${code} ${industryName(code)}` : code)

/** The subject of the exclusion that asks for it; what no rule asks has words of its own. */
function topicText(topic: string, t: TFunction, language: string): string {
  const subject = exclusions.find((exclusion) => exclusion.topic === topic)?.subject
  return subject ? inLanguage(subject, language) : t(`screening-desk:topic.${topic}`, { defaultValue: topic })
}

function answerText(declared: Declared, t: TFunction): string {
  if (typeof declared === 'number') return t('screening-desk:company.percent', { percent: declared })
  return t(`screening-desk:company.${declared ? 'yes' : 'no'}`)
}

function controversyText({ kind, severity, year }: Controversy, t: TFunction, language: string): string {
  const word = (fact: string, value: string) => {
    const texts = factWords[fact]?.[value]
    return texts ? inLanguage(texts, language) : value
  }
  const values = { kind: word('kind', kind), severity: word('severity', severity), year }
  return t('screening-desk:company.controversy', values)
}

const inLanguage = (texts: Texts, language: string): string =>
  language === 'fr' || language === 'ar' ? texts[language] : texts.en
