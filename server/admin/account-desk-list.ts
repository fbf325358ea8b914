import type { Request } from 'express'
import { roles } from '../accounts/account.ts'
import type { AccountRecord, AccountSearch } from '../accounts/account-records.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { formFields } from '../web/forms.ts'
import { adminFrame } from './admin-frame.ts'
import { pagesOf } from './pages-of.ts'

export const pageSize = 50

/** The model of `views/admin/accounts.hbs`. */
export function accountListPage(
  { records, total }: { records: AccountRecord[]; total: number },
  { page, ...search }: AccountSearch & { page: number },
  { t }: Pick<Request, 't'>,
) {
  const field = formFields({ t, words: 'admin:accounts', values: { ...search } })
  const chosen = (name: string, values: readonly string[], words: string) =>
    field(name, {
      kind: 'select',
      choices: values.map((value) => ({ value, label: t(`${words}.${value}`) })),
    })
  return {
    ...adminFrame('accounts', t),
    action: paths.adminAccounts(),
    fields: [
      field('q', { kind: 'search', attributes: { maxlength: 120 } }),
      chosen('role', roles, 'admin:role'),
      chosen('state', ['open', 'locked'], 'admin:accounts.state'),
    ],
    total,
    rows: records.map((record) => ({
      href: paths.adminAccount(record),
      name: record.name,
      email: record.email,
      organisation: record.organisation.name || t('admin:accounts.no-organisation'),
      roles: record.roles.map((role) => t(`admin:role.${role}`)),
      state: stateOf(record),
    })),
    ...pagesOf(addressWith(paths.adminAccounts(), { ...search }), page, total, pageSize),
  }
}

export const stateOf = ({ lockedAt }: AccountRecord) => (lockedAt ? 'locked' : 'open')
