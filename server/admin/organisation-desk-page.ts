import type { TFunction } from 'i18next'
import type { AccountRecord } from '../accounts/account-records.ts'
import { needStatus, type Need } from '../needs/need.ts'
import { offerStatus, type Offer } from '../offers/offer.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import type { AuditRecord } from '../records/audit-store.ts'
import { errorLinks, formFields } from '../web/forms.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import { adminFrame } from './admin-frame.ts'
import { standingOf } from './organisation-desk-list.ts'
import { trailOf } from './trail.ts'

interface Context {
  parent: Organisation | null
  people: AccountRecord[]
  /** newest first */
  postings: (Offer | Need)[]
  trail: AuditRecord[]
  /** of the administrator who looks */
  own: boolean
  values: Record<string, unknown>
  errors: FieldErrors
  query: { done?: unknown }
  now: Date
  t: TFunction
  language: string
}

/** The model of `views/admin/organisation.hbs`. */
export function organisationDeskPage(organisation: Organisation, context: Context) {
  const { parent, people, postings, trail, own, values, errors, query, now, t, language } = context
  const { name, kind, acronym, countries, mandate, version, createdAt, deactivatedAt } = organisation
  const names = namesIn(language)
  const isKnownDone = ['added', 'deactivated', 'reactivated'].includes(String(query.done))
  return {
    ...adminFrame('organisations', t),
    ...{ name, acronym, version, createdAt, deactivatedAt },
    heading: name,
    crumbs: [{ text: t('admin:organisations.title'), href: paths.adminOrganisations() }, { text: name }],
    done: isKnownDone && t(`admin:organisations.done.${query.done}`),
    standing: standingOf(organisation),
    kind: t(`accounts:kind.${kind}`),
    parent: parent && { name: parent.name, href: paths.adminOrganisation(parent) },
    places: countries.map(names.country),
    goals: (mandate?.sdgs ?? []).map(names.goal),
    publicPage: paths.organisation(organisation),
    manage: paths.people(organisation),
    people: people.map((one) => ({
      href: paths.adminAccount(one),
      name: one.name,
      email: one.email,
      roles: one.roles.map((role) => t(`admin:role.${role}`)),
    })),
    postings: postings.map((one) => ({
      href: one.side === 'offer' ? paths.screeningCase(one) : paths.posting(one),
      title: one.title,
      textLanguage: one.language,
      status: one.side === 'offer' ? offerStatus(one, now) : needStatus(one, now),
      createdAt: one.createdAt,
    })),
    trail: trailOf(trail, t, language),
    form: !own && standingForm(organisation, values, errors, t),
  }
}

function standingForm(
  organisation: Organisation,
  values: Record<string, unknown>,
  errors: FieldErrors,
  t: TFunction,
) {
  const { deactivatedAt } = organisation
  const field = formFields({ t, words: 'admin:reason', values, errors })
  return {
    act: deactivatedAt ? 'reactivate' : 'deactivate',
    action: deactivatedAt ? paths.reactivation(organisation) : paths.deactivation(organisation),
    errors: errorLinks(errors, t, 'admin:reason'),
    why: field('why', { kind: 'textarea', required: true, attributes: { rows: 3, maxlength: 1_000 } }),
  }
}
