import { jest } from '@jest/globals'
import { newPassword } from '../factories/registrations.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { listen } from '../support/ears.ts'
import { keyIn, lastMailTo, mailsTo } from '../support/mailbox.ts'
import { password } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite({ DEMO: '1' })
  cast = await castFor(site)
})
afterAll(() => site.close())
afterEach(() => jest.restoreAllMocks())

const ask = (email: string) => visitor(site.url).submit('/password-reset', { email })

async function linkFor(email: string): Promise<string> {
  await ask(email)
  return (await lastMailTo(site, email)).link
}

const choose = (link: string, chosen = newPassword) =>
  visitor(site.url).submit('/password-reset/new', { token: keyIn(link), password: chosen }, '/password-reset')

test('a new password ends every session, token and socket of the account, and the owner is told', async () => {
  const { ada, boris } = cast
  const elsewhere = visitor(site.url)
  await elsewhere.signIn(ada.email, password)
  const cookie = `concord.session=${elsewhere.cookies.get('concord.session')}`
  const byToken = await ada.listens()
  const bySession = await listen(site.url, { headers: { cookie } })
  const bystander = await boris.listens()

  const answer = await choose(await linkFor(ada.email))

  expect(answer.headers.get('location')).toBe('/sign-in?changed=1')
  await Promise.all([byToken.ended(), bySession.ended()])
  expect((await elsewhere.open('/account')).headers.get('location')).toMatch(/^\/sign-in/)
  expect((await ada.api.get('/matches')).status).toBe(401)
  await expect(ada.listens()).rejects.toThrow()
  await expect(listen(site.url, { headers: { cookie } })).rejects.toThrow()
  expect((await visitor(site.url).signIn(ada.email, password)).status).toBe(422)
  expect((await visitor(site.url).signIn(ada.email, newPassword)).status).toBe(303)
  expect((await mailsTo(site, ada.email))[0]?.subject).toBe('Your password was changed')
  expect((await boris.api.get('/matches')).status).toBe(200)
  expect(bystander.isEnded()).toBe(false)
  bystander.close()
})

test('the answer is the same whether or not the address has an account', async () => {
  const known = await ask(cast.boris.email)
  const unknown = await ask('nobody@people.example')
  expect([known.status, known.headers.get('location')]).toEqual([303, '/password-reset/sent'])
  expect([unknown.status, unknown.headers.get('location')]).toEqual([303, '/password-reset/sent'])
  expect(await mailsTo(site, 'nobody@people.example')).toEqual([])
})

test('a link works once, and of two that use it at once one wins', async () => {
  const link = await linkFor(cast.luis.email)
  const answers = await Promise.all([choose(link), choose(link)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
  expect((await choose(link)).status).toBe(410)
  expect((await visitor(site.url).open(link)).status).toBe(410)
})

test('only the newest link works, and none after an hour', async () => {
  const first = await linkFor(cast.selma.email)
  const second = await linkFor(cast.selma.email)
  expect((await visitor(site.url).open(first)).status).toBe(410)
  expect((await visitor(site.url).open(second)).status).toBe(200)
  jest.spyOn(site.services.clock, 'now').mockReturnValue(new Date(Date.now() + 61 * 60_000))
  expect((await visitor(site.url).open(second)).status).toBe(410)
  expect((await choose(second)).status).toBe(410)
})

test('a password that is easy to guess is not taken, and the link still works', async () => {
  const link = await linkFor(cast.hanna.email)
  const weak = await choose(link, 'Hanna Hanna 1')
  expect([weak.status, /Others know your name/.test(weak.text)]).toEqual([422, true])
  expect((await choose(link)).status).toBe(303)
})
