import { expect, test } from '@jest/globals'
import { postingCard } from '../../server/postings/posting-card.ts'
import { postingPage } from '../../server/postings/posting-page.ts'
import { createTranslations } from '../../server/web/i18n.ts'
import { postingRecord } from '../factories/posting-records.ts'

const { translator } = await createTranslations()
const t = translator('en')
const reader = { organisation: 'Acme', language: 'en', t }
const seen = {
  ...reader,
  status: 'open',
  own: false,
  notice: undefined,
  now: new Date('2026-11-23T12:00:00Z'),
}
const card = (changes: Parameters<typeof postingRecord>[0], state = 'open') =>
  postingCard(postingRecord(changes), { ...reader, href: '/offers/p1', state })

test('a card names what the codes mean, and a state only where it is not simply open', () => {
  expect(card({ regions: ['202'], countries: ['PER'] })).toMatchObject({
    types: ['Goods in kind'],
    places: ['Sub-Saharan Africa', 'Peru'],
    goals: [{ number: 6, name: 'Clean water and sanitation' }],
    state: undefined,
  })
  expect(card({}, 'expired').state).toBe('expired')
})

test('of many places the first are named and the rest counted', () => {
  const countries = ['KEN', 'PER', 'NPL', 'MLI', 'TCD', 'NER']
  expect(card({ countries }).places).toEqual(['Kenya', 'Peru', 'Nepal', '3 more places'])
  expect(card({ countries: countries.slice(0, 4) }).places).toHaveLength(4)
})

test.each([
  ['a short text whole, on one line', 'One.\n\nTwo.', 'One. Two.'],
  ['a long one cut between words', `${'water '.repeat(60)}`, `${'water '.repeat(46).trim()}…`],
  ['one without spaces cut between letters', '水'.repeat(400), `${'水'.repeat(279)}…`],
])('the excerpt is %s', (_what, description, excerpt) => {
  expect(card({ description }).excerpt).toBe(excerpt)
})

test('no half of a letter is left where a text is cut', () => {
  expect(card({ description: `a${'😀'.repeat(200)}` }).excerpt).toBe(`a${'😀'.repeat(139)}…`)
})

test('an empty line begins a paragraph, a single break does not', () => {
  const posting = postingRecord({ description: 'One\nstill one\n\n  \nTwo\n \t\nThree' })
  expect(postingPage(posting, seen).paragraphs).toEqual(['One\nstill one', 'Two', 'Three'])
})

test('what an act did is said to the owner only, and only what we can have said', () => {
  const said = (notice: unknown, own: boolean) =>
    postingPage(postingRecord(), { ...seen, own, notice }).notice
  expect(said('posted', true)).toEqual({
    tone: 'success',
    text: 'Your offer was posted and is being screened.',
  })
  expect(said('already-withdrawn', true)?.tone).toBe('warning')
  expect(said('posted', false)).toBeUndefined()
  expect(said('<b>You won</b>', true)).toBeUndefined()
  expect(said(['posted'], true)).toBeUndefined()
})

test.each([
  [
    'draft',
    {
      edit: '/offers/p1/edit',
      publication: '/offers/p1/publication',
      withdrawal: { href: '/offers/p1/withdrawal', discards: true },
    },
  ],
  ['held', { edit: '/offers/p1/edit', publication: undefined, withdrawal: { discards: false } }],
  ['withdrawn', { edit: undefined, publication: undefined, withdrawal: undefined }],
])('the owner of a %s offer is offered what its state allows', (status, acts) => {
  expect(postingPage(postingRecord(), { ...seen, status, own: true }).owner).toMatchObject(acts)
})

test('others are offered nothing', () => {
  expect(postingPage(postingRecord(), seen).owner).toBe(false)
})

test.each([
  'draft',
  'screening',
  'held',
  'returned',
  'refused',
  'open',
  'reserved',
  'fulfilled',
  'withdrawn',
  'expired',
])('an offer that is %s is explained in every language of the interface', (status) => {
  const explained = ['en', 'fr', 'ar'].map((language) => {
    const page = postingPage(postingRecord(), { ...seen, status, own: true, t: translator(language) })
    return page.owner && page.owner.explanation
  })
  expect(new Set(explained).size).toBe(3)
  expect(explained.join()).not.toContain('status.')
})
