import type { Account } from '../accounts/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { audited, effect } from '../records/effect.ts'
import type { Services } from '../services.ts'

export type StandingRefusal = 'own-organisation' | 'already' | 'changed'

interface Desk extends Pick<Services, 'organisations' | 'accounts' | 'live'> {
  wake(): void
  now(): Date
}

/** A UN entity or one of its offices begins to take part. */
export async function addOrganisation(organisation: Organisation, actor: Account, desk: Desk): Promise<void> {
  const { id, kind, name, acronym, parentId, countries } = organisation
  const after = { kind, name, acronym, parentId, countries }
  const record = { kind: 'organisation', id }
  const trace = audited({ actor, act: 'add-organisation', record, before: null, after }, desk.now())
  await desk.organisations.add(organisation, [trace])
  desk.wake()
}

/**
 * Ends an organisation's part, or has it begin again. Its people see nothing from the write on, as every lookup of an
 * account reads it; their sockets are ended here, their postings follow as an effect.
 */
export async function changeStanding(
  organisation: Organisation,
  { active, reason }: { active: boolean; reason: string },
  actor: Account,
  desk: Desk,
): Promise<StandingRefusal | null> {
  const { id, deactivatedAt } = organisation
  const now = desk.now()
  if (id === actor.organisation.id) return 'own-organisation'
  if (active === !deactivatedAt) return 'already'
  const people = await desk.accounts.recordsOf(id)
  const act = active ? 'reactivate' : 'deactivate'
  const states = { before: { active: !active }, after: { active, reason } }
  const effects = [
    audited({ actor, act, record: { kind: 'organisation', id }, ...states }, now),
    effect('organisation-standing', { organisationId: id }, now),
  ]
  const change = { deactivatedAt: active ? null : now }
  if (!(await desk.organisations.change(organisation, change, effects, now))) return 'changed'
  for (const person of active ? [] : people) desk.live.disconnect(person.id)
  desk.wake()
  return null
}
