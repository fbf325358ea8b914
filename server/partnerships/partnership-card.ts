import type { TFunction } from 'i18next'
import type { Partnership } from './partnership.ts'
import { paths } from '../paths.ts'
import { namesIn, placeNames } from '../postings/posting-names.ts'
import { excerptOf, shortened } from '../postings/card-texts.ts'
import { markedPart, markedWhole } from '../search/marks.ts'

interface Reader {
  language: string
  t: TFunction
}

/** The model of `views/components/partnership-card.hbs`. */
export function partnershipCard(
  partnership: Partnership,
  marked: Record<string, string>,
  { language, t }: Reader,
) {
  const { title, description, company, entities, model, sdgs, contributionTypes } = partnership
  const names = namesIn(language)
  return {
    href: paths.partnership(partnership),
    language: partnership.language,
    title: markedWhole(title, marked.title),
    excerpt: markedPart(description, marked.description) ?? [{ text: excerptOf(description), match: false }],
    partners: [company, ...entities].map(({ name }) => name),
    years: yearsText(partnership, t),
    model: t(`partnerships:model.${model}`),
    places: shortened(placeNames(partnership, names), t),
    types: contributionTypes.map(names.type),
    goals: sdgs.map(names.goal),
  }
}

export const yearsText = ({ from, until }: Pick<Partnership, 'from' | 'until'>, t: TFunction): string =>
  t(`partnerships:page.${until ? 'span' : 'since'}`, { from, until })
