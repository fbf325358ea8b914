import { expect, test } from '@jest/globals'
import type { Account } from '../../server/accounts/account.ts'
import type { AccountRecord } from '../../server/accounts/account-records.ts'
import { changeLock, changeRoles, refusalOfRoles, type StaffRole } from '../../server/admin/account-acts.ts'
import { company, entity } from '../factories/organisations.ts'

const undp = entity('United Nations Development Programme', 'UNDP')
const now = new Date('2027-03-01T09:00:00Z')
const record = (changes: Partial<AccountRecord> = {}): AccountRecord => ({
  ...{ id: 'selma', email: 'selma@example.org', name: 'Selma', roles: ['member', 'screener'] },
  ...{ organisation: undp, createdAt: now },
  ...changes,
})
const root = { id: 'root', name: 'Root' } as Account

test.each<[string, AccountRecord, StaffRole[], string | null]>([
  ['a new role', record(), ['screener', 'administrator'], null],
  ['no role of staff any more', record(), [], null],
  ['the roles that are there', record(), ['screener'], 'already'],
  ['the own roles', record({ id: 'root' }), ['administrator'], 'own-account'],
  [
    'somebody of a company',
    record({ organisation: company('Acme'), roles: ['member'] }),
    ['screener'],
    'not-un-side',
  ],
  ['taking it from somebody of a company', record({ organisation: company('Acme') }), [], null],
])('%s: %#', (_case, who, roles, refusal) => {
  expect(refusalOfRoles(who, roles, root)).toBe(refusal)
})

/** A store in which somebody else may be quicker, and in which so many administrators are left. */
function desk(written: boolean, administrators: number) {
  const changes: object[] = []
  const ended: string[] = []
  return {
    changes,
    ended,
    accounts: {
      change: async (_read: object, change: object) => (changes.push(change), written),
      withRole: async () => Array.from({ length: administrators }),
    },
    live: { disconnect: (id: string) => void ended.push(id) },
    wake: () => {},
    now: () => now,
  } as never as Parameters<typeof changeRoles>[3] & { changes: object[]; ended: string[] }
}
const said = { roles: ['administrator'] as StaffRole[], reason: 'She takes over from Ada.' }

test('members stay members, whatever else they become', async () => {
  const here = desk(true, 1)
  expect(await changeRoles(record(), said, root, here)).toBeNull()
  expect(here.changes).toEqual([{ roles: ['member', 'administrator'] }])
})

test('whoever comes second is told so', async () => {
  expect(await changeRoles(record(), said, root, desk(false, 1))).toBe('changed')
  expect(await changeLock(record(), { locked: true, reason: 'She left.' }, root, desk(false, 1))).toBe(
    'changed',
  )
})

test('where two took the role from each other at once, what was is put back', async () => {
  const here = desk(true, 0)
  const other = record({ roles: ['administrator'] })
  expect(await changeRoles(other, { ...said, roles: [] }, root, here)).toBe('last-administrator')
  expect(here.changes).toEqual([{ roles: [] }, { roles: ['administrator'] }])
})

test('a lock ends everything at once; nobody locks the own account, nor a locked one again', async () => {
  const here = desk(true, 1)
  expect(await changeLock(record(), { locked: true, reason: 'She left us.' }, root, here)).toBeNull()
  expect(here.changes).toEqual([{ lockedAt: now, ends: true }])
  expect(here.ended).toEqual(['selma'])
  const word = { locked: true, reason: 'She left us.' }
  expect(await changeLock(record({ id: 'root' }), word, root, here)).toBe('own-account')
  expect(await changeLock(record({ lockedAt: now }), word, root, here)).toBe('already')
})
