import { expect, test } from '@jest/globals'
import type { Account } from '../../server/accounts/account.ts'
import { contactsOf } from '../../server/matching/match-contacts.ts'
import { ada, hanna, seen } from './match-records.ts'

function account(id: string, name: string, organisationId: string, parentId?: string): Account {
  const organisation = { id: organisationId, kind: 'company' as const, name: organisationId, parentId }
  return {
    ...{ id, name, email: `${id}@example.org`, roles: ['member'], epoch: 0 },
    mailPreference: 'at-once',
    organisation: { ...organisation, countries: [], version: 1, createdAt: new Date(0) },
  }
}
const people = [
  account('alan', 'Alan', 'acme'),
  account('ada', 'Ada', 'acme'),
  account('hanna', 'Hanna', 'unicef-kenya', 'unicef'),
  account('hugo', 'Hugo', 'unicef'),
]
const accounts = {
  findMany: async (ids: string[]) => people.filter(({ id }) => ids.includes(id)),
  membersOf: async (ids: string[]) => people.filter(({ organisation }) => ids.includes(organisation.id)),
}
const interest = { offer: ada, need: hanna }

test('an introduction shows the people of both sides, those who agreed to it first', async () => {
  expect(await contactsOf(seen('introduced', 'offer', { interest }), accounts)).toEqual({
    offer: [
      { name: 'Ada', email: 'ada@example.org', organisation: 'acme' },
      { name: 'Alan', email: 'alan@example.org', organisation: 'acme' },
    ],
    need: [
      { name: 'Hanna', email: 'hanna@example.org', organisation: 'unicef-kenya' },
      { name: 'Hugo', email: 'hugo@example.org', organisation: 'unicef' },
    ],
  })
})

test.each([
  ['one side alone is interested', seen('interest', 'offer', { interest: { need: hanna } })],
  ['the introduction has ended', seen('ended', 'offer', { interest })],
  ['somebody said afterwards that it is not relevant', seen('dismissed', 'offer', { interest })],
  ['staff look at it, who speak for neither side', seen('introduced', null, { interest })],
])('nobody is named where %s', async (_case, match) => {
  expect(await contactsOf(match, accounts)).toBeNull()
})

test('who showed the interest and now belongs to another organisation is no longer among them', async () => {
  const moved = [...people.filter(({ id }) => id !== 'hanna'), account('hanna', 'Hanna', 'wfp-peru', 'wfp')]
  const now = {
    findMany: async (ids: string[]) => moved.filter(({ id }) => ids.includes(id)),
    membersOf: async (ids: string[]) => moved.filter(({ organisation }) => ids.includes(organisation.id)),
  }
  const contacts = await contactsOf(seen('introduced', 'offer', { interest }), now)
  expect(contacts?.need.map(({ name }) => name)).toEqual(['Hugo'])
})
