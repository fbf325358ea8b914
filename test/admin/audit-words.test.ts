import { expect, test } from '@jest/globals'
import { auditQuery, cursorAt, placeOf, searchOf } from '../../server/admin/audit-query.ts'
import { changesIn } from '../../server/admin/state-words.ts'
import { createTranslations } from '../../server/web/i18n.ts'

const t = (await createTranslations()).translator('en')
const at = new Date('2027-03-01T09:00:00Z')

test('what changed is said in words, what stayed is left out', () => {
  const before = { title: 'Tents', roles: ['member'], locked: false, withdrawnAt: null }
  const after = { title: 'Tents', roles: ['member', 'screener'], locked: true, withdrawnAt: at }
  expect(changesIn({ before, after }, t, 'en').changes).toEqual([
    { field: 'Roles', before: 'member', after: 'member, screener' },
    { field: 'Locked', before: 'no', after: 'yes' },
    { field: 'Withdrawn', before: 'nothing', after: '1 Mar 2027, 09:00' },
  ])
})

test('a beginning has no before, and objects are said field by field', () => {
  const after = { quantity: { amount: 1200, unit: 'tents' }, odd: 'kept as it is' }
  expect(changesIn({ before: null, after }, t, 'en')).toEqual({
    changes: [
      { field: 'Quantity', after: 'Amount: 1,200; Unit: tents' },
      { field: 'odd', after: 'kept as it is' },
    ],
    many: false,
  })
})

test.each([
  [{ person: 'Sel' }, { actorName: 'Sel' }],
  [{ person: '65f0c0ffee65f0c0ffee65f0' }, { actorId: '65f0c0ffee65f0c0ffee65f0' }],
  [
    { act: 'lock', kind: 'account', record: 'a1' },
    { act: 'lock', recordKind: 'account', recordId: 'a1' },
  ],
  [
    { from: '2027-03-01', until: '2027-03-01' },
    { from: new Date('2027-03-01T00:00:00Z'), before: new Date('2027-03-02T00:00:00Z') },
  ],
  [{ kind: 'secret', from: 'yesterday', record: '{"$ne":1}', act: ['a', 'b'] }, {}],
])('the filter %j asks for %j', (query, search) => {
  expect(searchOf(auditQuery.parse(query))).toEqual(search)
})

test('a page begins behind the entry that the one before ended with', () => {
  const entry = { id: 'e1', at } as Parameters<typeof cursorAt>[0]
  expect(placeOf(auditQuery.parse({ behind: cursorAt(entry) }))).toEqual({ at, id: 'e1' })
  expect(placeOf(auditQuery.parse({ behind: 'x' }))).toBeNull()
})
