import type { TFunction } from 'i18next'
import { industryName, isIndustry } from '../vocabulary/industries.ts'
import { paths } from '../paths.ts'
import { noticeText } from './notice.ts'
import { ownerPart } from './owner-part.ts'
import { endOf, isStanding } from './posting-end.ts'
import { namesIn, placeNames } from './posting-names.ts'
import type { Posting, PostingContent } from './posting.ts'

interface PageContext {
  status: string
  /** name of whoever posted it */
  organisation: string
  /** the reader acts for whoever posted it */
  own: boolean
  /** from the address */
  notice: unknown
  now: Date
  language: string
  t: TFunction
}

/** What the pages of an offer and of a need have in common: the facts in words, and what its owner can do. */
export function postingPage(posting: Posting, context: PageContext) {
  const { status, organisation, own, notice, now, language, t } = context
  const { id, side } = posting
  const title = posting.title || t('postings:untitled')
  return {
    ...{ id, side, title, organisation, status },
    organisationHref: paths.organisation({ id: posting.organisationId }),
    textLanguage: posting.language,
    eyebrow: t(`posting.${side}`),
    paragraphs: posting.description.split(/\n\s*\n/).filter((text) => text.trim()),
    facts: factsOf(posting, language, t),
    crumbs: [{ text: t(`navigation.${side}s`), href: paths.postings(side) }, { text: title }],
    owner: own && ownerPart(posting, status, now, t),
    notice: own ? noticeText(notice, side, t) : undefined,
  }
}

function factsOf(posting: Posting, language: string, t: TFunction) {
  const names = namesIn(language)
  return {
    types: posting.contributionTypes.map(names.type),
    places: placeNames(posting, names),
    goals: posting.sdgs.map(names.goal),
    targets: posting.sdgTargets,
    industry: industryText(posting.industry),
    quantity: posting.quantity,
    value: posting.value,
    from: posting.availableFrom,
    until: endOf(posting),
    standing: isStanding(posting),
    confirmedAt: posting.confirmedAt,
    urgency: posting.urgency && t(`urgency.${posting.urgency}`),
    goods: goodsOf(posting.inKind, t),
    language: names.language(posting.language),
    createdAt: posting.createdAt,
    source: posting.source?.url,
  }
}

const industryText = (code: string | undefined): string | undefined =>
  code && isIndustry(code) ? `${code} ${industryName(code)}` : code

function goodsOf(goods: PostingContent['inKind'], t: TFunction) {
  if (!goods || Object.values(goods).every((value) => value === undefined)) return undefined
  return {
    condition: goods.condition && t(`postings:condition.${goods.condition}`),
    shelfLifeUntil: goods.shelfLifeUntil,
    freight: goods.freightPaidBy && t(`postings:bearer.${goods.freightPaidBy}`),
    customs: goods.customsBy && t(`postings:bearer.${goods.customsBy}`),
    consignee: goods.consignee,
  }
}
