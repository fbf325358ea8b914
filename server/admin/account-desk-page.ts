import type { TFunction } from 'i18next'
import type { AccountRecord } from '../accounts/account-records.ts'
import { paths } from '../paths.ts'
import type { AuditRecord } from '../records/audit-store.ts'
import { addressWith } from '../web/address.ts'
import { errorLinks, formFields } from '../web/forms.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import { staffRoles, staffRolesOf, type AccountRefusal } from './account-acts.ts'
import { stateOf } from './account-desk-list.ts'
import { adminFrame } from './admin-frame.ts'
import { trailOf } from './trail.ts'

interface Context {
  /** what came of a form that was not accepted */
  answer?: { form: 'roles' | 'lock'; errors: FieldErrors; refusal?: AccountRefusal }
  values: Record<string, unknown>
  /** of the administrator who looks */
  own: boolean
  trail: AuditRecord[]
  done: unknown
  t: TFunction
  language: string
}

const wordsOf = { roles: 'admin:accounts.staff', lock: 'admin:reason' }

/** The model of `views/admin/account.hbs`. */
export function accountDeskPage(record: AccountRecord, context: Context) {
  const { answer, own, trail, done, t, language } = context
  const { id, name, email, roles, organisation, createdAt, lockedAt } = record
  const isKnownDone = ['roles', 'locked', 'unlocked'].includes(String(done))
  return {
    ...adminFrame('accounts', t),
    ...{ email, createdAt, lockedAt, own },
    heading: name,
    crumbs: [{ text: t('admin:accounts.title'), href: paths.adminAccounts() }, { text: name }],
    done: isKnownDone && t(`admin:accounts.done.${done}`),
    refusal: answer?.refusal && t(`admin:accounts.refusal.${answer.refusal}`),
    errors: answer && errorLinks(answer.errors, t, wordsOf[answer.form]),
    state: stateOf(record),
    roles: roles.map((role) => t(`admin:role.${role}`)),
    organisation: organisation.id && {
      name: organisation.name,
      href: paths.adminOrganisation(organisation),
    },
    acts: addressWith(paths.audit(), { person: id }),
    trail: trailOf(trail, t, language),
    rolesForm: !own && rolesForm(record, context),
    lockForm: !own && lockForm(record, context),
  }
}

function rolesForm(record: AccountRecord, { answer, values, t }: Context) {
  const mine = answer?.form === 'roles' && !answer.refusal
  const field = formFields({
    ...{ t, words: wordsOf.roles },
    values: mine ? values : { roles: staffRolesOf(record) },
    errors: mine ? answer.errors : {},
  })
  const choices = staffRoles.map((role) => ({ value: role, label: t(`admin:role.${role}`) }))
  return {
    action: paths.accountRoles(record),
    seen: staffRolesOf(record).join(' '),
    roles: field('roles', { kind: 'checkboxes', choices }),
    reason: field('reason', { kind: 'textarea', required: true, attributes: { rows: 2, maxlength: 1_000 } }),
  }
}

function lockForm(record: AccountRecord, { answer, values, t }: Context) {
  const mine = answer?.form === 'lock' && !answer.refusal
  const field = formFields({
    ...{ t, words: wordsOf.lock },
    values: mine ? values : {},
    errors: mine ? answer.errors : {},
  })
  return {
    act: record.lockedAt ? 'unlock' : 'lock',
    action: record.lockedAt ? paths.unlocking(record) : paths.locking(record),
    why: field('why', { kind: 'textarea', required: true, attributes: { rows: 2, maxlength: 1_000 } }),
  }
}
