import type { Account } from '../../accounts/account.ts'
import type { AccountStore } from '../../accounts/account-store.ts'
import { entityOf } from '../../accounts/permission.ts'
import type { MatchStore } from '../../matching/match-store.ts'
import { matchStatus, type Match, type Word } from '../../matching/match.ts'
import type { OrganisationStore } from '../../organisations/organisation-store.ts'
import type { Organisation } from '../../organisations/organisation.ts'

export interface EngagedServices {
  matches: MatchStore
  organisations: OrganisationStore
  accounts: AccountStore
}

/** In the order in which they grow. */
const states = ['interest', 'introduced', 'partnership'] as const
type EngagedState = (typeof states)[number]

/** A UN entity that is in touch with a company, over whichever of its offers. */
export interface EngagedEntity {
  entity: Organisation
  state: EngagedState
  /** of its first interest */
  since: Date
  /** whoever showed the first interest and still belongs to the entity */
  contact: Account | undefined
  /** the one in which it stands furthest */
  match: Match
}

/** A match in which the UN side has spoken, with who stands behind it. */
interface Engagement {
  match: Match
  word: Word
  state: EngagedState
  entityId: string
}

/**
 * The entities that showed interest in a company's offers or are introduced, those who came first at the top. For
 * readers of the UN side only: companies and the public never learn who else is interested.
 */
export async function engagedWith(companyId: string, services: EngagedServices): Promise<EngagedEntity[]> {
  const matches = await services.matches.spokenFor({ side: 'offer', organisationIds: [companyId] }, ['need'])
  const posters = byId(
    await services.organisations.findMany(unique(matches.map(({ parties }) => parties.need))),
  )
  const engagements = matches.flatMap((match) => engagementOf(match, posters.get(match.parties.need)))
  const entityIds = unique(engagements.map(({ entityId }) => entityId))
  const entities = byId(await services.organisations.findMany(entityIds))
  const people = byId(await services.accounts.findMany(engagements.map(({ word }) => word.accountId)))
  return entityIds
    .flatMap((id) => {
      const entity = entities.get(id)
      const theirs = engagements.filter(({ entityId }) => entityId === id)
      return entity ? [summary(entity, theirs, people)] : []
    })
    .sort((a, b) => a.since.getTime() - b.since.getTime())
}

function engagementOf(match: Match, poster: Organisation | undefined): Engagement[] {
  const word = match.interest.need
  const state = states.find((one) => one === matchStatus(match, true))
  return word && state && poster ? [{ match, word, state, entityId: entityOf(poster) }] : []
}

function summary(entity: Organisation, theirs: Engagement[], people: Map<string, Account>): EngagedEntity {
  const inTime = [...theirs].sort((a, b) => a.word.at.getTime() - b.word.at.getTime())
  const furthest = [...inTime].sort((a, b) => states.indexOf(b.state) - states.indexOf(a.state))[0]!
  const speakers = inTime.map(({ word }) => people.get(word.accountId))
  return {
    entity,
    state: furthest.state,
    since: inTime[0]!.word.at,
    contact: speakers.find((one) => one && entityOf(one.organisation) === entity.id),
    match: furthest.match,
  }
}

const unique = (ids: string[]): string[] => [...new Set(ids)]
const byId = <T extends { id: string }>(records: T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]))
