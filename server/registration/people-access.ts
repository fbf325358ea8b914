import type { Account } from '../accounts/account.ts'
import { permissionsOf } from '../accounts/permission.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { forbidden, notFoundProblem } from '../web/problem.ts'

/** An organisation whose people somebody may see, and whether they may change anything about it. */
interface Household {
  organisation: Organisation
  mayManage: boolean
}

/**
 * Everybody sees the own organisation from inside; its managers look after it, those of an entity after its offices,
 * administrators of the site after all. To others there is nothing to see.
 */
export function householdsFor(account: Account, organisations: Pick<OrganisationStore, 'find'>) {
  const { administer } = permissionsOf(account)
  const isManager = account.roles.includes('manager')
  return {
    async find(id: string): Promise<Household> {
      const organisation = await organisations.find(id)
      if (!organisation) throw notFoundProblem()
      const isOwn = organisation.id === account.organisation.id
      const isOwnOffice = isManager && organisation.parentId === account.organisation.id
      if (!isOwn && !isOwnOffice && !administer) throw notFoundProblem()
      return { organisation, mayManage: administer || isManager }
    },

    async findManaged(id: string): Promise<Organisation> {
      const { organisation, mayManage } = await this.find(id)
      if (!mayManage) throw forbidden()
      return organisation
    },
  }
}
