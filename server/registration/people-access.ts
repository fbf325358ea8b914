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

type Rights = Pick<Organisation, 'id' | 'parentId'>

/** Managers look after their own organisation, those of an entity after its offices, administrators after all. */
export function mayManage(account: Account | undefined, { id, parentId }: Rights): boolean {
  if (!account) return false
  const own = account.organisation.id
  const isHousehold = own !== '' && [id, parentId].includes(own)
  return permissionsOf(account).administer || (account.roles.includes('manager') && isHousehold)
}

/** Everybody sees the own organisation from inside. To those who neither belong to it nor manage it there is nothing to see. */
export function householdsFor(account: Account, organisations: Pick<OrganisationStore, 'find'>) {
  return {
    async find(id: string): Promise<Household> {
      const organisation = await organisations.find(id)
      if (!organisation) throw notFoundProblem()
      const isOwn = organisation.id === account.organisation.id
      const manages = mayManage(account, organisation)
      if (!isOwn && !manages) throw notFoundProblem()
      return { organisation, mayManage: manages }
    },

    async findManaged(id: string): Promise<Organisation> {
      const { organisation, mayManage } = await this.find(id)
      if (!mayManage) throw forbidden()
      return organisation
    },
  }
}
