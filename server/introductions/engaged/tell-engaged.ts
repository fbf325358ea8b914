import { entityOf } from '../../accounts/permission.ts'
import type { Match } from '../../matching/match.ts'
import type { Notify } from '../../notifications/notify.ts'
import { engagedWith, type EngagedServices } from './engaged-entities.ts'

/**
 * An entity has shown interest: the contacts of those who were in touch with the company before it hear of it, each of
 * them once for a company and an entity.
 */
export async function tellEngaged(
  match: Match,
  services: EngagedServices & { notify: Notify },
  now: Date,
): Promise<void> {
  const { organisations, notify } = services
  const [company, poster] = await Promise.all([
    organisations.find(match.parties.offer),
    organisations.find(match.parties.need),
  ])
  if (!company || !poster) return
  const engaged = await engagedWith(company.id, services)
  const joined = engaged.find(({ entity }) => entity.id === entityOf(poster))
  if (!joined) return
  const values = { entity: joined.entity.acronym ?? joined.entity.name, company: company.name }
  const told = {
    because: [{ key: 'notifications:joined', values }],
    pair: `${company.id}:${joined.entity.id}`,
  }
  const earlier = engaged.filter(
    ({ entity, since }) => entity.id !== joined.entity.id && since <= joined.since,
  )
  for (const { contact, match: theirs } of earlier) {
    const { id: matchId, offerId, needId } = theirs
    if (!contact) continue
    await notify({ kind: 'entity-engaged', ...told, matchId, offerId, needId, accountIds: [contact.id] }, now)
  }
}
