import { expect, test } from '@jest/globals'
import Handlebars from 'handlebars'
import { createHelpers } from '../../server/web/helpers/index.ts'
import { createTranslations } from '../../server/web/i18n.ts'

const helpers = createHelpers(await createTranslations())

function show(template: string, context: Record<string, unknown> = {}): string {
  return Handlebars.compile(template)(context, { helpers })
}

const at = new Date('2027-03-01T09:05:00Z')
const now = new Date('2027-03-03T10:00:00Z')

test.each([
  ['en', '1 March 2027'],
  ['fr', '1 mars 2027'],
  ['ar', '1 مارس 2027'],
])('a date in %s', (language, text) => {
  const expected = `<time datetime="2027-03-01T09:05:00.000Z">${text}</time>`
  expect(show('{{date at}}', { at, language })).toBe(expected)
})

test.each([
  ['en', '{{number 1234567.5}}', '1,234,567.5'],
  ['fr', '{{number 1234567}}', '1 234 567'],
  ['ar', '{{number 1234567}}', '1,234,567'],
  ['en', "{{money 250000 'USD'}}", 'US$250,000'],
  ['en', "{{money 250000 'shells'}}", '250,000 shells'],
  ['en', '{{list places}}', 'Kenya, Peru and Nepal'],
  ['fr', '{{list places}}', 'Kenya, Peru et Nepal'],
  ['fr', "{{language-name 'sw'}}", 'swahili'],
  ['en', "{{language-name '<b>'}}", ''],
  ['en', "{{href-with sort='newest' cursor=''}}", '/offers?q&#x3D;solar&amp;sort&#x3D;newest'],
  ['en', "{{#if (eq sort 'x')}}same{{else}}other{{/if}}", 'other'],
  ['en', "{{t (concat 'state.' state)}}", 'Partly met'],
  ['fr', "{{t 'state.open'}}", 'Ouvert'],
  ['xx', "{{t 'state.open'}}", 'Open'],
])('in %s, %s shows %s', (language, template, expected) => {
  const places = ['Kenya', 'Peru', 'Nepal']
  const context = { language, places, state: 'partly-met', address: '/offers?q=solar&cursor=abc' }
  expect(show(template, context).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(expected)
})

test.each([
  ['en', 1, '1 unread alert'],
  ['en', 2, '2 unread alerts'],
  ['ar', 2, 'تنبيهان غير مقروءين'],
  ['ar', 5, '5 تنبيهات غير مقروءة'],
])('in %s the plural for %d', (language, count, expected) => {
  expect(show("{{t 'navigation.alerts-unread' count=count}}", { language, count })).toBe(expected)
})

test.each([
  ['2027-03-03T09:59:30Z', 'now'],
  ['2027-03-03T09:10:00Z', '50 minutes ago'],
  ['2027-03-03T07:10:00Z', '2 hours ago'],
  ['2027-03-01T09:05:00Z', '2 days ago'],
  ['2027-03-04T11:00:00Z', 'tomorrow'],
  ['2027-05-10T10:00:00Z', 'in 2 months'],
])('%s is told as %s', (moment, expected) => {
  const html = show('{{relative-time at}}', { at: moment, now, language: 'en' })
  expect(html).toMatch(/^<time datetime="[^"]+" data-relative-time="" title="[^"]+ UTC">/)
  expect(html.replaceAll(/<[^>]+>/g, '').replace(/^\d+ seconds ago$/, 'now')).toBe(expected)
})

test.each([undefined, null, '', 'no date'])('no date (%j), no text', (moment) => {
  expect(show('{{date at}}{{datetime at}}{{relative-time at}}', { at: moment })).toBe('')
})

test('what a translation is filled with is escaped once', () => {
  const html = show("{{t 'facets.clear-one' name=name}}", { name: '<script>&' })
  expect(html).toBe('Remove &lt;script&gt;&amp;')
})

test.each([
  ['/offers', 'aria-current="page"'],
  ['/offers/12', 'aria-current="true"'],
  ['/offersome', ''],
  ['/', ''],
])('on %s the link to the offers is marked with %s', (path, expected) => {
  expect(show("{{current '/offers'}}", { path })).toBe(expected)
})
