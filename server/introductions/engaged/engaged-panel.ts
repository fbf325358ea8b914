import type { Account } from '../../accounts/account.ts'
import { entityOf } from '../../accounts/permission.ts'
import { engagedWith, type EngagedEntity, type EngagedServices } from './engaged-entities.ts'

/**
 * The model of `views/introductions/_engaged.hbs`: the other entities in touch with a company. `undefined` for
 * companies, the public, and where there is none.
 */
export async function engagedPanel(
  companyId: string,
  account: Account | undefined,
  services: EngagedServices,
) {
  if (!account || account.organisation.kind === 'company') return undefined
  const own = entityOf(account.organisation)
  const others = (await engagedWith(companyId, services)).filter(({ entity }) => entity.id !== own)
  return others.length > 0 ? { entities: others.map(rowOf) } : undefined
}

const rowOf = ({ entity, state, since, contact }: EngagedEntity) => ({
  ...{ state, since, name: entity.name, acronym: entity.acronym },
  contact: contact && {
    name: contact.name,
    email: contact.email,
    organisation: contact.organisation.name,
  },
})
