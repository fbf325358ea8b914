import type { TFunction } from 'i18next'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { shortened } from '../postings/card-texts.ts'
import { namesIn } from '../postings/posting-names.ts'
import { markedWhole } from '../search/marks.ts'
import { industryPath } from '../vocabulary/industries.ts'
import { mandateText } from './mandate-text.ts'

interface Reader {
  language: string
  t: TFunction
}

/** The model of `views/components/organisation-card.hbs`: nothing that a company said for its screening. */
export function organisationCard(
  organisation: Organisation,
  marked: Record<string, string>,
  { language, t }: Reader,
) {
  const { kind, name, acronym, mandate, profile } = organisation
  const names = namesIn(language)
  const countries = profile?.country ? [profile.country] : organisation.countries
  return {
    href: paths.organisation(organisation),
    name: markedWhole(name, marked.name),
    acronym: acronym && markedWhole(acronym, marked.acronym),
    kind: t(`accounts:kind.${kind}`),
    places: shortened(countries.map(names.country), t),
    industry: industryText(profile?.industry, t),
    goals: (mandate?.sdgs ?? []).map(names.goal),
    excerpt: mandateText(mandate?.text, language),
    types: [],
  }
}

/** The section of ISIC Rev.4 in words. */
export function industryText(code: string | undefined, t: TFunction): string | undefined {
  const section = industryPath(code ?? '')[0]
  return section && t(`organisations:industry.${section}`)
}
