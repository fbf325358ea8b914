import { expect, test } from '@jest/globals'
import { createTranslations } from '../../server/web/i18n.ts'
import { linkedText } from '../../server/web/linked-text.ts'
import { createViews } from '../../server/web/views.ts'

const { renderPartial } = createViews(await createTranslations())
const shown = (text: string) =>
  renderPartial('components/linked-text', { language: 'en', parts: linkedText(text) })
const rel = 'rel="nofollow noopener noreferrer ugc"'

test.each<[string, string]>([
  ['plain words', 'plain words'],
  ['first\r\nsecond\n\nthird', 'first\nsecond\n\nthird'],
  ['See https://example.org/a.', `See <a href="https://example.org/a" ${rel}>https://example.org/a</a>.`],
  ['write to ada@example.org', `write to <a href="mailto:ada@example.org" ${rel}>ada@example.org</a>`],
  ['http://[::1]:3000/', `<a href="http://[::1]:3000/" ${rel}>http://[::1]:3000/</a>`],
])('%j is shown as %j', async (text, html) => {
  expect(await shown(text)).toBe(html)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\u0000script:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'javascript://example.org/%0aalert(1)',
  'vbscript:msgbox(1)',
  'ftp://example.org/file',
  'file:///etc/passwd',
  '//example.org/x',
  'www.example.org',
  '<a href="https-example">x</a>',
  '<img src=x onerror=alert(1)>',
])('%j makes no link and no element', async (text) => {
  const html = await shown(text)
  expect(html).not.toMatch(/</)
})

test.each([
  ['https://example.org/"onmouseover="alert(1)', 'https://example.org/%22onmouseover=%22alert(1)'],
  ["https://example.org/'onmouseover='alert(1)", "https://example.org/'onmouseover='alert(1)"],
  ['https://example.org/<script>', 'https://example.org/'],
  ['https://example.org/?a=1&b=<b>', 'https://example.org/?a=1&b='],
])('what is typed into an address stays inside it: %j', async (text, href) => {
  expect(linkedText(text).find((part) => part.href)?.href).toBe(href)
  expect(await shown(text)).not.toMatch(/<(?!\/?a[ >])|"[a-z]+="alert/)
})

test('a name before the host is no host: the link leads where it says, or there is none', () => {
  for (const { text, href } of linkedText('https://good.example@evil.example/x')) {
    if (href) expect(new URL(href).host).toBe('good.example')
    expect(text).not.toBe('https://good.example@evil.example/x')
  }
})

test('a host in letters that look like others is written out', async () => {
  const html = await shown('https://раураl.com/pay')
  expect(html).toContain('(leads to xn--l-7sba6dbr.com)')
  expect(await shown('https://EXAMPLE.org/a')).not.toContain('leads to')
})

test('marks that turn the direction of what follows are dropped, inside and around addresses', async () => {
  const turned = '\u202egro.elpmaxe\u202c and https://example.org/\u2066gpj.exe\u2069'
  const html = await shown(turned)
  expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  expect(html).toContain('href="https://example.org/gpj.exe"')
})

test('the joiner of Persian and the direction mark of Arabic stay', async () => {
  expect(await shown('می\u200cخواهم \u200f\u200e')).toBe('می\u200cخواهم \u200f\u200e')
})
