import type { Organisation } from '../../organisations/organisation.ts'
import { declaredTopics } from '../declared.ts'
import { shareRows } from './revenue-shares.ts'

/** An organisation as its profile's form shows it before anything is typed. */
export function profileValues(organisation: Organisation): Record<string, unknown> {
  const { description, website, contact, countries, mandate } = organisation
  const { text = {}, sdgs = [], contributionTypes = [] } = mandate ?? {}
  const own = { description, website, contact, countries, sdgs, contributionTypes, mandate: text }
  return { ...own, ...companyValues(organisation) }
}

function companyValues({ profile }: Organisation): Record<string, unknown> {
  const { country, industry, revenueShares, declarations, formerNames, owners } = profile ?? {}
  return {
    ...{ country, industry, revenueShares: shareRows(revenueShares ?? {}) },
    applying: declaredTopics.filter((topic) => declarations?.[topic]),
    globalCompact: declarations?.globalCompact ? 'yes' : undefined,
    formerNames: formerNames?.join('\n'),
    owners: owners?.join('\n'),
  }
}
