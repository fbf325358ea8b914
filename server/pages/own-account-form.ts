import type { TFunction } from 'i18next'
import type { Account } from '../accounts/account.ts'
import { longestPassword, shortestPassword } from '../accounts/password-rules.ts'
import { paths } from '../paths.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import { errorLinks, formFields } from '../web/forms.ts'

/** What people do to their own account, each on a page of its own. */
export const ownActs = ['name', 'password', 'leaving', 'deletion'] as const
export type OwnAct = (typeof ownActs)[number]

const words = 'accounts:own'
const actions: Record<OwnAct, string> = {
  name: paths.personName(),
  password: paths.passwordChange(),
  leaving: paths.leaving(),
  deletion: paths.deletion(),
}

interface FormState {
  values?: Record<string, unknown>
  errors?: FieldErrors
  /** why it can't be done, in words */
  refused?: string
}

/** The model of `views/accounts/own.hbs`. */
export function ownAccountForm(
  act: OwnAct,
  account: Account,
  { values, errors = {}, refused }: FormState,
  t: TFunction,
) {
  const { name, email, organisation } = account
  return {
    title: t(`${words}.${act}.title`),
    text: t(`${words}.${act}.text`, { organisation: organisation.name }),
    submit: t(`${words}.${act}.submit`),
    ...{ action: actions[act], back: paths.account(), email: act !== 'name' && email },
    ends: act === 'leaving' || act === 'deletion',
    flash: refused && { tone: 'danger', text: refused },
    errors: errorLinks(errors, t, words),
    fields: fieldsOf(act, formFields({ t, words, values: values ?? { person: name }, errors })),
  }
}

function fieldsOf(act: OwnAct, field: ReturnType<typeof formFields>) {
  const person = { required: true, attributes: { autocomplete: 'name', maxlength: 100 } }
  if (act === 'name') return [field('person', person)]
  const attributes = { autocomplete: 'current-password' }
  const current = field('current', { kind: 'password', required: true, attributes })
  if (act !== 'password') return [current]
  const limits = { minlength: shortestPassword, maxlength: longestPassword }
  const chosen = { autocomplete: 'new-password', ...limits }
  return [current, field('password', { kind: 'password', required: true, attributes: chosen })]
}
