import { paths } from '../paths.ts'
import type { AuditRecord } from '../records/audit-store.ts'
import type { Services } from '../services.ts'

export type NamingServices = Pick<Services, 'offers' | 'needs' | 'organisations' | 'accounts'>

/** What a record is called and where it is looked at. */
export interface NamedRecord {
  name: string
  href?: string
}

/** The names of the records of some entries, by id; what is gone keeps its id. */
export async function recordNames(
  entries: AuditRecord[],
  { offers, needs, organisations, accounts }: NamingServices,
): Promise<Map<string, NamedRecord>> {
  const ids = (kind: string) => [
    ...new Set(entries.filter(({ record }) => record.kind === kind).map(({ record }) => record.id)),
  ]
  const postings = [...(await offers.findMany(ids('offer'))), ...(await needs.findMany(ids('need')))]
  return new Map<string, NamedRecord>([
    ...ids('match').map((id) => [id, { name: id, href: paths.match({ id }) }] as const),
    ...postings.map((one) => [one.id, { name: one.title, href: paths.posting(one) }] as const),
    ...(await organisations.findMany(ids('organisation'))).map(
      (one) => [one.id, { name: one.name, href: paths.adminOrganisation(one) }] as const,
    ),
    ...(await accounts.records(ids('account'))).map(
      (one) => [one.id, { name: one.name, href: paths.adminAccount(one) }] as const,
    ),
  ])
}
