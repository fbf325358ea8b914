import type { Request } from 'express'
import { organisationKinds, type Organisation } from '../organisations/organisation.ts'
import type { OrganisationSearch } from '../organisations/searched-store.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { formFields } from '../web/forms.ts'
import { adminFrame } from './admin-frame.ts'
import { pagesOf } from './pages-of.ts'

export const pageSize = 50

/** The model of `views/admin/organisations.hbs`. */
export function organisationListPage(
  { organisations, total }: { organisations: Organisation[]; total: number },
  { page, ...search }: OrganisationSearch & { page: number },
  { t }: Pick<Request, 't'>,
) {
  const field = formFields({ t, words: 'admin:organisations', values: { ...search } })
  const address = addressWith(paths.adminOrganisations(), { ...search })
  return {
    ...adminFrame('organisations', t),
    action: paths.adminOrganisations(),
    fresh: paths.newOrganisation(),
    fields: [
      field('q', { kind: 'search', attributes: { maxlength: 120 } }),
      field('kind', {
        kind: 'select',
        choices: organisationKinds.map((value) => ({ value, label: t(`accounts:kind.${value}`) })),
      }),
      field('standing', {
        kind: 'select',
        choices: ['active', 'deactivated'].map((value) => ({
          value,
          label: t(`admin:standing.${value}`),
        })),
      }),
    ],
    total,
    rows: organisations.map((organisation) => ({
      href: paths.adminOrganisation(organisation),
      name: organisation.name,
      kind: t(`accounts:kind.${organisation.kind}`),
      createdAt: organisation.createdAt,
      standing: standingOf(organisation),
    })),
    ...pagesOf(address, page, total, pageSize),
  }
}

export const standingOf = ({ deactivatedAt }: Organisation) => (deactivatedAt ? 'deactivated' : 'active')
