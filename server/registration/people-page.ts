import type { Request } from 'express'
import type { Account } from '../accounts/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { errorLinks, formFields } from '../web/forms.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import { invitationStanding, memberRoles, type Invitation } from './invitation.ts'

interface PeopleContext {
  organisation: Organisation
  people: Account[]
  /** of those who may manage only */
  managed?: { invitations: Invitation[]; joining: Account[] }
  me: Account
  now: Date
  flash?: { tone: string; text: string }
  values?: Record<string, unknown>
  errors?: FieldErrors
}

type Reader = Pick<Request, 't'>

/** The model of `views/registration/people.hbs`. */
export function peoplePage(context: PeopleContext, { t }: Reader) {
  const { organisation, people, managed, flash, errors = {} } = context
  return {
    title: t('people:title', { organisation: organisation.name }),
    ...{ flash, errors: errorLinks(errors, t, 'people:form') },
    crumbs: [
      { text: t('navigation.account'), href: paths.account() },
      { text: t('people:title', { organisation: organisation.name }) },
    ],
    people: people.map((person) => personRow(person, context, t)),
    nobody: people.length === 0,
    managed: managed && {
      actions: [{ href: paths.organisationProfile(organisation), text: t('registration:profile.edit') }],
      joining: managed.joining.map(({ id, name, email }) => ({
        ...{ name, email, action: paths.personAct(organisation, { id }, 'joining') },
      })),
      invitations: managed.invitations.map((invitation) => invitationRow(invitation, context, t)),
      form: invitationForm(context, t),
    },
  }
}

function personRow(
  { id, name, email, roles }: Account,
  { organisation, managed, me }: PeopleContext,
  t: Request['t'],
) {
  const role = roles.includes('manager') ? 'manager' : 'member'
  const other = role === 'manager' ? 'member' : 'manager'
  return {
    ...{ name, email, isMe: id === me.id, roles: roles.map((one) => t(`people:role.${one}`)) },
    manage: managed && {
      role: {
        action: paths.personAct(organisation, { id }, 'role'),
        value: other,
        text: t(`people:make.${other}`, { name }),
      },
      removal: id !== me.id && paths.personAct(organisation, { id }, 'removal'),
      question: t('people:remove-question', { name, organisation: organisation.name }),
    },
  }
}

function invitationRow(invitation: Invitation, { organisation, now }: PeopleContext, t: Request['t']) {
  const { email, role, inviter, expiresAt } = invitation
  return {
    ...{ email, inviter: inviter.name, role: t(`people:role.${role}`), expiresAt },
    isOpen: invitationStanding(invitation, now) === 'open',
    again: paths.invitationAct(organisation, invitation, 'again'),
    revocation: paths.invitationAct(organisation, invitation, 'revocation'),
  }
}

function invitationForm(
  { organisation, values = { role: 'member' }, errors }: PeopleContext,
  t: Request['t'],
) {
  const field = formFields({ t, words: 'people:form', values, errors })
  const choices = memberRoles.map((value) => ({ value, label: t(`people:role-choice.${value}`) }))
  return {
    action: paths.invitations(organisation),
    email: field('email', {
      kind: 'email',
      required: true,
      attributes: { maxlength: 254, autocomplete: 'off' },
    }),
    role: field('role', { kind: 'radios', required: true, choices }),
  }
}
