import type { Account } from '../accounts/account.ts'
import { isStaff } from '../accounts/permission.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { notFoundProblem } from '../web/problem.ts'
import type { PublicOrganisations } from './public-organisations.ts'

interface Registered {
  organisations: Pick<OrganisationStore, 'find'>
  publicOrganisations: PublicOrganisations
}

export interface SeenOrganisation {
  organisation: Organisation
  /** `false` for those who see it because they belong to it or screen it */
  isPublic: boolean
}

/** Organisations as an account may look them up. A company that is not public is its own people's and staff's. */
export function organisationsFor(
  account: Account | undefined,
  { organisations, publicOrganisations }: Registered,
) {
  return {
    async find(id: string): Promise<SeenOrganisation> {
      const seen = (await publicOrganisations.among([id])).get(id)
      if (seen) return { organisation: seen, isPublic: true }
      const mayLook = isStaff(account) || account?.organisation.id === id
      const organisation = mayLook ? await organisations.find(id) : null
      if (!organisation) throw notFoundProblem()
      return { organisation, isPublic: false }
    },
  }
}
