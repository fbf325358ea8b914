import type { Offer } from '../../../offers/offer.ts'
import type { CompanyProfile, Organisation } from '../../../organisations/organisation.ts'
import { isWithin } from '../../../vocabulary/industries.ts'
import type { Exclusion } from '../../rules/rule.ts'

/** A declared or recorded fact that meets an exclusion; `value` is a share, a code, a year or yes. */
export interface Fact {
  [name: string]: string
  basis: 'revenue' | 'industry' | 'declaration' | 'controversy'
  value: string
}

/** The first fact by which the exclusion applies: shares of revenue, declarations, industries, controversies. */
export function factOf(exclusion: Exclusion, offer: Offer, company: Organisation): Fact | undefined {
  return (
    (company.profile && profileFact(exclusion, company.profile)) ??
    industryFact(exclusion, [offer.industry], 'industry')
  )
}

function profileFact(exclusion: Exclusion, profile: CompanyProfile): Fact | undefined {
  const share = shareOf(profile.revenueShares, exclusion.industries)
  if (share > exclusion.threshold) return { basis: 'revenue', value: `${share} %` }
  return (
    declarationFact(exclusion, profile.declarations[exclusion.topic]) ??
    (share === 0 ? industryFact(exclusion, [profile.industry], 'industry') : undefined) ??
    controversyFact(exclusion, profile)
  )
}

/** Percent of revenue from the industries, each share counted once though codes may lie within one another. */
export function shareOf(shares: CompanyProfile['revenueShares'], industries: readonly string[]): number {
  const codes = Object.keys(shares).filter((code) => industries.some((industry) => isWithin(code, industry)))
  const outermost = codes.filter((code) => !codes.some((other) => other !== code && isWithin(code, other)))
  return outermost.reduce((sum, code) => sum + (shares[code] ?? 0), 0)
}

function declarationFact({ threshold }: Exclusion, declared: boolean | number | undefined): Fact | undefined {
  if (declared === true) return { basis: 'declaration', value: 'yes' }
  if (typeof declared !== 'number' || declared <= threshold) return undefined
  return { basis: 'declaration', value: `${declared} %` }
}

function industryFact(
  { industries }: Exclusion,
  codes: (string | undefined)[],
  basis: 'industry',
): Fact | undefined {
  const code = codes.find(
    (found) => found !== undefined && industries.some((industry) => isWithin(found, industry)),
  )
  return code === undefined ? undefined : { basis, value: code }
}

function controversyFact({ controversy }: Exclusion, { controversies }: CompanyProfile): Fact | undefined {
  const severe = controversies.find(({ kind, severity }) => kind === controversy && severity === 'severe')
  return severe && { basis: 'controversy', value: String(severe.year) }
}
