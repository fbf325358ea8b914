import type { ContributionType } from '../../server/vocabulary/contribution-types.ts'

interface Resource {
  type: string
  details: string
}

const goods = /\b(?:equipments?|equipos?|supplies|materials?|vehicles?|vessels?|boats?|kits|donated|gear)\b/i
const amount = /^\s*(?:US\s*\$|USD|\$)?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*(?:US\s*\$|USD|\$)?\s*$/i

/**
 * What a commitment brings. In-kind contributions count as services unless their details name goods; "other" says
 * nothing of its kind. Where nothing is said, what the poster undertakes to do is a service.
 */
export function typesOf(resources: Resource[]): ContributionType[] {
  const types = resources.flatMap(typeOf)
  return types.length > 0 ? [...new Set(types)] : ['in-kind-services']
}

function typeOf({ type, details }: Resource): ContributionType[] {
  if (type.startsWith('Financing')) return ['cash']
  if (type.startsWith('Staff')) return ['expertise']
  if (type.startsWith('In-kind')) return [goods.test(details) ? 'in-kind-goods' : 'in-kind-services']
  return []
}

/** The financing as `value` in USD, where its details are a plain amount. */
export function contributionOf(resources: Resource[]): { value?: { amount: number; currency: string } } {
  const amounts = resources
    .filter(({ type }) => type.startsWith('Financing'))
    .map(({ details }) => Number(amount.exec(details)?.[1]?.replaceAll(',', '') ?? 0))
  const total = amounts.reduce((sum, one) => sum + one, 0)
  return total > 0 ? { value: { amount: total, currency: 'USD' } } : {}
}
