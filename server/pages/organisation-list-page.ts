import type { Request } from 'express'
import {
  listOrganisations,
  listStoredOrganisations,
  type OrganisationRegister,
} from '../organisations/list-organisations.ts'
import { organisationRegister } from './organisation-register.ts'
import { registerHelp } from './register-help.ts'
import { registerList } from './register-list.ts'

/** The model of `views/organisations/list.hbs`. */
export async function organisationListPage(req: Request, services: OrganisationRegister) {
  const register = organisationRegister(req.query, req)
  const counted = await listOrganisations(services, register.query)
  const page = counted ?? (await listStoredOrganisations(services, register.query))
  const help = counted && (await registerHelp(counted, register, services, req))
  return registerList(page, register, req, help)
}
