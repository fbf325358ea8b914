import type { Request } from 'express'
import {
  listPartnerships,
  listStoredPartnerships,
  type PartnershipRegister,
} from '../partnerships/list-partnerships.ts'
import { partnershipRegister } from './partnership-register.ts'
import { registerHelp } from './register-help.ts'
import { registerList } from './register-list.ts'

/** The model of `views/partnerships/list.hbs`. */
export async function partnershipListPage(req: Request, services: PartnershipRegister) {
  const { query } = partnershipRegister(req.query, req)
  const counted = await listPartnerships(services, query)
  const page = counted ?? (await listStoredPartnerships(services, query))
  const register = partnershipRegister(req.query, req, counted?.nameOf)
  const help = counted && (await registerHelp(counted, register, services, req))
  return registerList(page, register, req, help)
}
