import type { Request } from 'express'
import { countriesOf } from '../organisations/organisation-document.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { organisationsFor } from '../partnerships/organisation-access.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import { conceptLabel } from '../vocabulary/concepts/concepts.ts'
import { isLanguage } from '../vocabulary/languages.ts'
import { mayManage } from '../registration/people-access.ts'
import { addressWith } from '../web/address.ts'
import { linkedText } from '../web/linked-text.ts'
import { mandateText } from './mandate-text.ts'
import { industryText } from './organisation-card.ts'
import { openPostings, type PostedServices } from './open-postings.ts'
import { partnershipCard } from '../partnerships/partnership-card.ts'
import { responsePanel } from './response-panel.ts'

const mostPartnerships = 5

/** The model of `views/organisations/organisation.hbs`: what everybody may know, and its open postings. */
export async function organisationPage(id: string, req: Request<object>, services: PostedServices) {
  const { account, language, t } = req
  const { organisation, isPublic } = await organisationsFor(account, services).find(id)
  const { kind, name, acronym, mandate, parentId } = organisation
  const offices = kind === 'entity' ? await services.organisations.officesOf([id]) : []
  const entity = parentId ? await services.organisations.find(parentId) : null
  const partnerships = await services.partnerships.of(id, mostPartnerships + 1)
  return {
    ...{ title: name, acronym },
    eyebrow: t(`accounts:kind.${kind}`),
    crumbs: [{ text: t('navigation.organisations'), href: paths.organisations() }, { text: name }],
    notice: isPublic ? undefined : { text: t('organisations:page.unlisted') },
    standing: kind === 'company' && isPublic ? t('organisations:page.standing') : undefined,
    description: organisation.description,
    actions: mayManage(account, organisation) && [
      { href: paths.organisationProfile(organisation), text: t('registration:profile.edit') },
    ],
    mandate: mandateText(mandate?.text, language),
    facts: factsOf(organisation, entity, offices, req),
    offices: officeLinks(offices, language),
    responses: await responsePanel(organisation, req, services),
    posted: await openPostings(organisation, offices, req, services),
    partnerships: {
      cards: partnerships.slice(0, mostPartnerships).map((one) => partnershipCard(one, {}, { language, t })),
      all: partnerships.length > mostPartnerships && addressWith(paths.partnerships(), { organisation: id }),
    },
  }
}

function factsOf(
  organisation: Organisation,
  entity: Organisation | null,
  offices: Organisation[],
  { language, t }: Pick<Request, 'language' | 't'>,
) {
  const { kind, profile } = organisation
  const names = namesIn(language)
  const spoken = isLanguage(language) ? language : 'en'
  const mandate = organisation.mandate ?? entity?.mandate
  const types = mandate?.contributionTypes ?? []
  return {
    kind: t(`accounts:kind.${kind}`),
    entity: entity && { href: paths.organisation(entity), name: entity.name },
    places: countriesOf(organisation, offices).map(names.country).sort(names.compare),
    placesLabel: t(`organisations:page.${kind === 'company' ? 'seat' : 'places'}`),
    industry: industryText(profile?.industry, t),
    website: websiteLink(organisation.website),
    contact: kind !== 'company' && organisation.contact ? linkedText(organisation.contact) : undefined,
    goals: (mandate?.sdgs ?? []).map(names.goal),
    topics: (mandate?.concepts ?? []).map((topic) => conceptLabel(topic, spoken)),
    types: mandate && (types.length > 0 ? types.map(names.type) : [t('organisations:page.types-all')]),
  }
}

/** Only what a browser opens safely; the host stands for the address. */
function websiteLink(website = '') {
  if (!URL.canParse(website)) return undefined
  const { protocol, host, href } = new URL(website)
  return /^https?:$/.test(protocol) ? { href, host } : undefined
}

function officeLinks(offices: Organisation[], language: string) {
  const names = namesIn(language)
  return offices
    .map((office) => ({
      href: paths.organisation(office),
      name: office.name,
      places: office.countries.map(names.country).sort(names.compare),
    }))
    .sort((a, b) => names.compare(a.name, b.name))
}
