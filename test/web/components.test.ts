import { expect, test } from '@jest/globals'
import { formFields } from '../../server/web/forms.ts'
import { createTranslations } from '../../server/web/i18n.ts'
import { createViews } from '../../server/web/views.ts'

const translations = await createTranslations()
const { renderPartial } = createViews(translations)
const show = (name: string, model: object) =>
  renderPartial(`components/${name}`, { language: 'en', ...model })

const hostile = '<script>alert("x")</script>\u202e'
const escaped = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;\u202e'
const field = formFields({
  t: translations.translator('en'),
  words: 'x',
  values: { text: hostile, places: ['PER'] },
  errors: { text: { key: 'form.errors.required', values: {} } },
})
const places = [
  { value: 'KEN', label: 'Kenya' },
  { value: 'PER', label: hostile },
]

test.each<[string, object]>([
  ['field', field('text')],
  ['field', field('text', { kind: 'textarea' })],
  ['field', field('places', { kind: 'select', choices: places })],
  ['field', field('places', { kind: 'checkboxes', choices: places })],
  [
    'posting-card',
    {
      side: 'need',
      href: '/needs/1',
      title: hostile,
      organisation: hostile,
      excerpt: hostile,
      places: [hostile],
      types: [hostile],
      goals: [{ number: 3, name: hostile }],
      state: 'open',
    },
  ],
  [
    'posting-card',
    {
      ...{ side: 'need', href: '/needs/1', title: 'x' },
      markedTitle: [{ text: hostile, match: true }],
    },
  ],
  ['search-line', { href: '/needs', q: hostile }],
  ['search-help', { heading: hostile, fewer: [{ href: '/needs', label: hostile, count: 2 }] }],
  ['notice', { text: hostile }],
  [
    'finding',
    { check: 'complete', name: 'Complete', verdict: 'held', reasons: [{ text: hostile, rule: hostile }] },
  ],
  ['timeline', { events: [{ at: '2027-01-01T00:00Z', text: hostile, by: hostile, detail: hostile }] }],
  ['factors', { factors: [{ name: 'Topic', points: 20, of: 28, text: hostile }] }],
  ['page-head', { heading: hostile, lead: hostile }],
  ['facet-group', { name: 'Country', items: [{ label: hostile, count: 1200, href: '/offers?a' }] }],
  ['breadcrumbs', { crumbs: [{ text: hostile }] }],
  ['empty-state', { heading: hostile, text: hostile }],
  ['chosen', { chosen: [{ label: hostile, href: '/offers' }], clear: '/offers' }],
])('%s shows hostile text as text, and nothing inline', async (name, model) => {
  const html = await show(name, model)
  expect(html).toContain(escaped)
  expect(html).not.toMatch(/<script|\sstyle=|\son\w+=/)
})

test('a field points at its error and keeps its value', async () => {
  const html = await show('field', field('text', { required: true, attributes: { maxlength: 160 } }))
  expect(html).toContain('<label class="form-label" for="field-text">')
  expect(html).toContain(
    'id="field-text" name="text" required aria-describedby="field-text-error" aria-invalid="true" maxlength="160"',
  )
  expect(html).toContain('<p class="field-error" id="field-text-error">Fill this in.</p>')
  expect(html).not.toContain('optional')
})

test('a password is never sent back', async () => {
  expect(await show('field', field('text', { kind: 'password' }))).not.toContain('alert')
})

test('what was chosen stays chosen', async () => {
  const boxes = await show('field', field('places', { kind: 'checkboxes', choices: places }))
  expect(boxes.replaceAll(/\s+/g, ' ')).toMatch(/value="KEN" > .*value="PER" checked>/)
  const select = await show('field', field('places', { kind: 'select', choices: places }))
  expect(select).toMatch(/<option value="KEN">Kenya.*<option value="PER" selected>/s)
})

test('a typed text may begin with an empty line', async () => {
  const typed = formFields({ t: translations.translator('en'), words: 'x', values: { text: '\nfirst' } })
  expect(await show('field', typed('text', { kind: 'textarea' }))).toContain('>\n\nfirst</textarea>')
})

test('a score is told to those who do not see the ring', async () => {
  const html = await show('score', { score: 82 })
  expect(html).toContain('role="img" aria-label="Score 82 of 100"')
  expect(html).toContain('stroke-dasharray="82 100"')
})

test('a badge says its state in words, in the language of the page', async () => {
  expect(await show('badge', { state: 'held' })).toBe('<span class="badge badge-held">Held</span>')
  expect(await show('badge', { state: 'held', language: 'ar' })).toContain('بانتظار قرار')
  expect(await show('badge', { state: 'none', text: 'Not yet screened' })).toContain('>Not yet screened<')
})

test('a selected facet is marked, its count written for the reader', async () => {
  const items = [{ label: 'Kenya', count: 1200, href: '/offers', selected: true }]
  const html = await show('facet-group', { name: 'Country', items })
  expect(html).toContain('aria-current="true"')
  expect(html).toContain('<span class="count">1,200</span>')
})
