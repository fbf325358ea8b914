import type { Account } from '../accounts/account.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import { byMail } from '../mail/by-mail.ts'
import { told } from '../notifications/told.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { audited, type Effect } from '../records/effect.ts'
import { rolesAs, type MemberRole } from './invitation.ts'
import { removalRefusal, roleRefusal, type Refusal } from './people.ts'

export interface PeopleDesk {
  accounts: AccountStore
  organisations: OrganisationStore
  live: { disconnect(accountId: string): void }
}

/** What came of an act: done, refused for a reason, or overtaken by somebody else's. */
export type Outcome = 'done' | 'overtaken' | Refusal

interface PeopleAct {
  organisation: Organisation
  person: Account
  actor: Account
  now: Date
}

const trace = (act: string, { organisation, person, actor, now }: PeopleAct, after: object): Effect =>
  audited(
    {
      ...{ actor, act, record: { kind: 'account', id: person.id } },
      before: { organisationId: person.organisation.id, roles: person.roles },
      after: { organisationId: organisation.id, ...after },
    },
    now,
  )

/** Of two who change the people of an organisation at once one goes on, and nobody who was just taken out does. */
export async function mayGoOn(
  { organisation, actor }: Pick<PeopleAct, 'organisation' | 'actor'>,
  { accounts, organisations }: Pick<PeopleDesk, 'accounts' | 'organisations'>,
): Promise<boolean> {
  if (!(await organisations.claimPeople(organisation))) return false
  const still = await accounts.admitted({ accountId: actor.id, epoch: actor.epoch })
  return still?.roles.join() === actor.roles.join()
}

/** Takes a person out: at once, on all pages, tokens and sockets. */
export async function remove(
  act: PeopleAct,
  { accounts, organisations, live }: PeopleDesk,
): Promise<Outcome> {
  const { organisation, person, actor, now } = act
  const refusal = removalRefusal(person, await accounts.peopleOf(organisation.id), actor)
  if (refusal) return refusal
  if (!(await mayGoOn(act, { accounts, organisations }))) return 'overtaken'
  const left = { organisationId: null, roles: [], ends: true as const }
  const effects = [
    trace('person-removed', act, { organisationId: null, roles: [] }),
    goodbye(person, organisation, now),
  ]
  const done = await accounts.change(person, left, effects)
  live.disconnect(person.id)
  return done ? 'done' : 'overtaken'
}

/** The word to somebody who no longer acts for an organisation. */
export const goodbye = (
  { email, name, language = 'en' }: Account,
  organisation: Organisation,
  now: Date,
): Effect =>
  byMail(
    {
      ...{ kind: 'membership-ended', to: email, language, values: { name, organisation: organisation.name } },
      link: { path: paths.account() },
    },
    now,
  )

export async function changeRole(
  act: PeopleAct & { role: MemberRole },
  { accounts, organisations }: PeopleDesk,
): Promise<Outcome> {
  const { organisation, person, role, actor } = act
  const refusal = roleRefusal(person, role, await accounts.peopleOf(organisation.id), actor)
  if (refusal) return refusal
  if (!(await mayGoOn(act, { accounts, organisations }))) return 'overtaken'
  const roles = rolesAs(role, person.roles)
  return (await accounts.change(person, { roles }, [trace('role-changed', act, { roles })]))
    ? 'done'
    : 'overtaken'
}

/** Lets somebody in who asked to join, or not; the asker is told. */
export async function answerJoining(
  act: PeopleAct,
  verdict: 'accepted' | 'declined',
  { accounts }: PeopleDesk,
): Promise<Outcome> {
  const { organisation, person, now } = act
  const { joining } = person
  if (joining?.organisationId !== organisation.id) return 'gone'
  const ids = { accountId: person.id, organisationId: organisation.id }
  const word = told({ kind: 'join-answered', ...ids, at: joining.at.getTime(), verdict }, now)
  const effects = [trace(`joining-${verdict}`, act, { verdict }), word]
  const place = verdict === 'accepted' ? { organisationId: organisation.id, roles: rolesAs('member') } : {}
  return (await accounts.change(person, { ...place, joining: null }, effects)) ? 'done' : 'overtaken'
}
