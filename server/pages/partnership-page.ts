import type { Request } from 'express'
import { isPublic } from '../needs/need.ts'
import { isDistributable } from '../offers/offer.ts'
import type { Partner, Partnership } from '../partnerships/partnership.ts'
import { paths } from '../paths.ts'
import { namesIn, placeNames } from '../postings/posting-names.ts'
import type { Services } from '../services.ts'
import { notFoundProblem } from '../web/problem.ts'
import { yearsText } from '../partnerships/partnership-card.ts'

export type PartnershipPageServices = Pick<
  Services,
  'partnerships' | 'publicOrganisations' | 'offers' | 'needs' | 'clock'
>

/** The model of `views/partnerships/partnership.hbs`. */
export async function partnershipPage(
  id: string,
  { language, t }: Pick<Request, 'language' | 't'>,
  services: PartnershipPageServices,
) {
  const { partnerships, publicOrganisations } = services
  const partnership = await partnerships.find(id)
  if (!partnership) throw notFoundProblem()
  const { title, description, company, entities, model, results, sources, contributionTypes, sdgs } =
    partnership
  const names = namesIn(language)
  const here = await publicOrganisations.among(
    [company, ...entities].flatMap(({ organisationId }) => organisationId ?? []),
  )
  const linked = ({ name, organisationId = '' }: Partner) => ({
    name,
    href: here.has(organisationId) ? paths.organisation({ id: organisationId }) : undefined,
  })
  return {
    ...{ title, results, sources },
    textLanguage: partnership.language,
    eyebrow: t(`partnerships:model.${model}`),
    crumbs: [{ text: t('navigation.partnerships'), href: paths.partnerships() }, { text: title }],
    paragraphs: description.split(/\n\s*\n/).filter((text) => text.trim()),
    origin: await originOf(partnership, services),
    standing: sources.length > 0 ? t('partnerships:page.facts-only') : undefined,
    facts: {
      company: linked(company),
      entities: entities.map(linked),
      model: t(`partnerships:model.${model}`),
      types: contributionTypes.map(names.type),
      places: placeNames(partnership, names),
      goals: sdgs.map(names.goal),
      years: yearsText(partnership, t),
      language: names.language(partnership.language),
    },
  }
}

/** The postings that it came of, those that everybody may open; `undefined` where it was not agreed here. */
async function originOf({ origin }: Partnership, { offers, needs, clock }: PartnershipPageServices) {
  if (!origin) return undefined
  const now = clock.now()
  const [offer, need] = await Promise.all([offers.find(origin.offerId), needs.find(origin.needId)])
  const open = [need && isPublic(need, now) ? need : [], offer && isDistributable(offer, now) ? offer : []]
  const postings = open.flat().map((posting) => ({
    ...{ side: posting.side, title: posting.title, language: posting.language },
    href: paths.posting(posting),
  }))
  return { postings }
}
