import { beforeAll, expect, test } from '@jest/globals'
import type { Express, Router } from 'express'
import request from 'supertest'
import { forbidden, invalid, signInNeeded } from '../../server/web/problem.ts'
import { createSite } from './support/site.ts'

const lines: string[] = []
let site: Express

const fail = (error: Error) => () => {
  throw error
}

beforeAll(async () => {
  const routes = (router: Router) =>
    router
      .get('/form', (_req, res) => res.render('components/csrf'))
      .post('/form', (req, res) => void res.send(`took ${req.body.title}`))
      .get('/plain', (_req, res) => res.render('components/notice', { text: '<script>alert(1)</script>' }))
      .get('/secret', fail(new Error('the password is hunter2')))
      .get('/staff', fail(signInNeeded()))
      .get('/others', fail(forbidden()))
      .get('/api/check', fail(invalid([{ field: 'title', message: 'Fill this in.' }])))
      .get('/api/staff', fail(signInNeeded()))
  site = await createSite(routes, lines)
})

const tokenIn = (html: string) => /name="_csrf" value="(\w+)"/.exec(html)?.[1] ?? ''
const wantsPage = { Accept: 'text/html' }

test('nothing inline is allowed, nobody may frame the site, plain HTTP is not told to upgrade', async () => {
  const { headers } = await request(site).get('/plain')
  const policy = headers['content-security-policy']
  expect(policy).toContain("script-src 'self';style-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toContain('upgrade-insecure-requests')
  expect(headers['strict-transport-security']).toBeUndefined()
})

test('a page without a form starts no session, a form does', async () => {
  expect((await request(site).get('/plain')).headers['set-cookie']).toBeUndefined()
  expect((await request(site).get('/form')).headers['set-cookie']).toHaveLength(1)
})

test('a form with the token of its session is taken, by field or by header', async () => {
  const visitor = request.agent(site)
  const _csrf = tokenIn((await visitor.get('/form')).text)
  const byField = await visitor.post('/form').type('form').send({ _csrf, title: 'Lamps' })
  const byHeader = await visitor.post('/form').set('x-csrf-token', _csrf).send({ title: 'Lamps' })
  expect([byField.text, byHeader.text]).toEqual(['took Lamps', 'took Lamps'])
})

test("a form without a token, or with a stranger's, is answered in words", async () => {
  const stranger = tokenIn((await request.agent(site).get('/form')).text)
  for (const _csrf of ['', stranger, 'undefined']) {
    const visitor = request.agent(site)
    await visitor.get('/form')
    const answer = await visitor.post('/form').set(wantsPage).type('form').send({ _csrf, title: 'Lamps' })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('This form had been open too long')
  }
})

test('an error is told in words, never by its message; the log has it under the same id', async () => {
  const { status, text, headers } = await request(site).get('/secret').set(wantsPage)
  expect(status).toBe(500)
  expect(text).toContain('Something went wrong on our side')
  expect(text).toContain(headers['x-request-id'])
  expect(text).not.toMatch(/hunter2|node_modules/)
  expect(
    lines.filter((line) => line.includes('hunter2') && line.includes(headers['x-request-id'] ?? '-')),
  ).toHaveLength(1)
})

test('who must sign in first is sent there and back; an act cannot be returned to', async () => {
  const page = await request(site).get('/staff?tab=held').set(wantsPage)
  expect([page.status, page.headers.location]).toEqual([303, '/sign-in?next=%2Fstaff%3Ftab%3Dheld'])
  const api = await request(site).get('/api/staff')
  expect([api.status, api.headers['www-authenticate']]).toEqual([401, 'Bearer'])
})

test('programs get problem+json with the fields, people a page', async () => {
  const api = await request(site).get('/api/check')
  expect(api.headers['content-type']).toMatch('application/problem+json')
  expect([api.status, api.body.errors]).toEqual([422, [{ field: 'title', message: 'Fill this in.' }]])
  const json = await request(site).get('/others').set('Accept', 'application/json')
  expect([json.status, json.body.title]).toEqual([403, 'Forbidden'])
  expect((await request(site).get('/others').set(wantsPage)).text).toContain('Not for this account')
})

test.each([
  ['{"title": ', 'application/json', 400],
  [`{"title": "${'x'.repeat(300_000)}"}`, 'application/json', 413],
  [`title=${'x'.repeat(300_000)}`, 'application/x-www-form-urlencoded', 413],
])('%.12s... of type %s is answered with %d', async (body, type, status) => {
  const answer = await request(site).post('/form').set('Accept', 'application/json').type(type).send(body)
  expect([answer.status, answer.body.status]).toEqual([status, status])
})

test('an address that nothing stands at, or that cannot be decoded, is not found', async () => {
  const answers = [await request(site).get('/nowhere'), await request(site).get('/%E0%A4%A')]
  expect(answers.map(({ status }) => status)).toEqual([404, 404])
})

test('the log knows no query, cookie, header or body', async () => {
  const before = lines.length
  const sent = request(site)
    .post('/form?token=hidden1')
    .set('Cookie', 'a=hidden2')
    .set('Authorization', 'hidden3')
  await sent.type('form').send({ password: 'hidden4' })
  const written = lines.slice(before).join('')
  expect(written).toContain('"path":"/form"')
  expect(written).not.toContain('hidden')
})

test('an id given by a proxy is kept if it looks like one', async () => {
  const idFor = async (given: string) =>
    (await request(site).get('/plain').set('X-Request-Id', given)).headers['x-request-id']
  expect(await idFor('abcd-1234-efgh')).toBe('abcd-1234-efgh')
  expect(await idFor('<script>')).toMatch(/^[0-9a-f-]{36}$/)
})
