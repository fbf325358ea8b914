import { expect, test } from '@jest/globals'
import {
  draftKey,
  emptyForm,
  formOf,
  inputOf,
  readPostingForm,
  sendingKey,
} from '../../server/postings/posting-form.ts'
import { postingInput } from '../../server/postings/posting-input.ts'
import { postingRecord } from '../factories/posting-records.ts'

const now = () => new Date('2026-11-23T12:00:00Z')
const sent = {
  _csrf: 'token',
  requestKey: 'k1',
  revision: '0',
  act: 'publish',
  title: 'Cinquante pompes à main pour des puits de village',
  description: 'Nous donnons cinquante pompes à main neuves, avec les pièces et la formation des comités.',
  language: 'auto',
  contributionTypes: 'in-kind-goods',
  sdgs: ['6', '13'],
  sdgTargets: '6.1, 6.b;13.1',
  'quantity.amount': '50',
  'quantity.unit': 'pumps',
  'value.amount': '20 000',
  'value.currency': 'eur',
  availableUntil: '2027-03-31',
  'inKind.condition': 'new',
}

test('a form as a browser sends it becomes a content that may be posted', () => {
  const { values, act } = readPostingForm(sent)
  expect(act).toBe('publish')
  expect(postingInput('offer', now).parse(inputOf(values))).toEqual({
    title: 'Cinquante pompes à main pour des puits de village',
    description: 'Nous donnons cinquante pompes à main neuves, avec les pièces et la formation des comités.',
    language: 'fr',
    contributionTypes: ['in-kind-goods'],
    sdgs: [6, 13],
    sdgTargets: ['6.1', '6.b', '13.1'],
    countries: [],
    regions: [],
    quantity: { amount: 50, unit: 'pumps' },
    value: { amount: 20_000, currency: 'EUR' },
    availableUntil: new Date('2027-03-31T23:59:59.999Z'),
    inKind: { condition: 'new' },
  })
})

test('a language that was chosen stays, whatever the text looks like', () => {
  expect(inputOf(readPostingForm({ ...sent, language: 'es' }).values).language).toBe('es')
})

test.each([
  ['too short to tell', { title: 'Pumps', description: 'ok' }],
  [
    'none of the six',
    {
      title: 'Fünfzig Handpumpen für Dorfbrunnen',
      description: 'Wir spenden fünfzig neue Handpumpen mit Ersatzteilen und schulen die Wasserkomitees.',
    },
  ],
])('a language that is %s is asked for', (_why, text) => {
  expect(inputOf(readPostingForm({ ...sent, ...text }).values).language).toBeUndefined()
})

test('without a kind of contribution the form asks for one', () => {
  const { contributionTypes: _none, ...rest } = sent
  const result = postingInput('offer', now).safeParse(inputOf(readPostingForm(rest).values))
  expect(result.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['contributionTypes', 'postings:errors.no-type'],
  ])
})

test.each([
  ['draft', 'draft'],
  ['preview', 'preview'],
  ['withdraw', 'publish'],
])('a form sent for %s is for %s', (act, read) => {
  expect(readPostingForm({ ...sent, act }).act).toBe(read)
})

test('the same form sent twice has one key; with another text another', () => {
  const key = sendingKey(readPostingForm(sent))
  expect(key).toBe(sendingKey(readPostingForm({ ...sent })))
  expect(key).not.toBe(sendingKey(readPostingForm({ ...sent, title: 'Sixty hand pumps' })))
  expect(key).not.toBe(sendingKey(readPostingForm({ ...sent, requestKey: 'k2' })))
})

test('a draft is that of its form, whatever it says by now', () => {
  const key = draftKey(readPostingForm(sent))
  expect(key).toBe(draftKey(readPostingForm({ ...sent, title: 'Sixty hand pumps' })))
  expect(key).not.toBe(draftKey(readPostingForm({ ...sent, requestKey: 'k2' })))
})

test('a sending without a key can not be told from another', () => {
  expect(sendingKey(readPostingForm({ ...sent, requestKey: '' }))).toBeUndefined()
  expect(draftKey(readPostingForm({ ...sent, requestKey: '' }))).toBeUndefined()
})

test('each new form has a key of its own and leaves the language to us', () => {
  expect(emptyForm().requestKey).not.toBe(emptyForm().requestKey)
  expect(emptyForm().values).toEqual({ language: 'auto' })
})

test('a form of a posting knows the revision that it shows', () => {
  const form = formOf(postingRecord({ revision: 3, publishedAt: null }), null)
  expect(form).toMatchObject({ revision: 3, version: '', values: { title: 'Fifty hand pumps' } })
  expect(form.values).not.toHaveProperty('organisationId')
})

test('a field that is nobody’s business reaches the schema, which names it', () => {
  const { values } = readPostingForm({ ...sent, organisationId: 'other' })
  const result = postingInput('offer', now).safeParse(inputOf(values))
  expect(result.error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['organisationId'] }])
})

test('a link may choose for a new form, but not what the form itself is', () => {
  const { values, requestKey } = emptyForm({ sdgs: ['6', '3'], countries: 'KEN', _csrf: 'x' })
  expect(values).toEqual({ language: 'auto', sdgs: [6, 3], countries: ['KEN'] })
  expect(requestKey).toHaveLength(36)
})
