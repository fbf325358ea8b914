import { jest } from '@jest/globals'
import type { Role } from '../../server/accounts/account.ts'
import { newPassword } from '../factories/registrations.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { mailsTo } from '../support/mailbox.ts'
import { password, person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

type Browser = ReturnType<typeof visitor>

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite({ DEMO: '1' })
  cast = await castFor(site)
})
afterAll(() => site.close())
afterEach(() => jest.restoreAllMocks())

async function signedIn({ email }: { email: string }, chosen = password): Promise<Browser> {
  const browser = visitor(site.url)
  expect((await browser.signIn(email, chosen)).status).toBe(303)
  return browser
}

const act = (browser: Browser, noun: string, fields: Record<string, string>) =>
  browser.submit(`/account/${noun}`, fields)

/** Somebody new of Acme, for what can be done once. */
const colleague = (name: string, roles: Role[] = ['member']) =>
  person(site, name, cast.ada.organisation, roles)

const isSignedIn = async (browser: Browser) => (await browser.open('/account')).status === 200

test('a changed name stands on the account, and the audit tells both', async () => {
  const paula = await colleague('Paula')
  const browser = await signedIn(paula)
  const short = await act(browser, 'name', { person: 'P' })
  expect([short.status, short.text.includes('value="P"')]).toEqual([422, true])
  const answer = await act(browser, 'name', { person: '  Paula <b>Prado</b> ' })
  expect(answer.headers.get('location')).toBe('/account?notice=name')
  expect((await browser.open('/account')).text).toContain('<bdi>Paula &lt;b&gt;Prado&lt;/b&gt;</bdi>')
  await site.settled()
  const trail = await site.services.audits.of(paula.id)
  expect(trail.at(-1)).toMatchObject({
    ...{ act: 'name-changed', before: { name: 'Paula' } },
    after: { name: 'Paula <b>Prado</b>' },
  })
})

describe('a password changed in place', () => {
  test('ends all other sessions, tokens and sockets, and keeps this visit', async () => {
    const { ada, boris } = cast
    const [here, elsewhere] = [await signedIn(ada), await signedIn(ada)]
    const [hers, bystander] = [await ada.listens(), await boris.listens()]
    const answer = await act(here, 'password', { current: password, password: newPassword })
    expect(answer.headers.get('location')).toBe('/account?notice=password')
    await hers.ended()
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false])
    expect((await ada.api.get('/matches')).status).toBe(401)
    expect((await visitor(site.url).signIn(ada.email, password)).status).toBe(422)
    await signedIn(ada, newPassword)
    expect((await mailsTo(site, ada.email))[0]?.subject).toBe('Your password was changed')
    expect([bystander.isEnded(), (await boris.api.get('/matches')).status]).toEqual([false, 200])
    bystander.close()
  })

  test('asks for the old one, and as often as the sign-in does', async () => {
    const browser = await signedIn(await colleague('Quinn'))
    const weak = await act(browser, 'password', { current: password, password: 'too short' })
    expect([weak.status, /id="field-password-error"/.test(weak.text)]).toEqual([422, true])
    const wrong = { current: 'not my password', password: newPassword }
    const first = await act(browser, 'password', wrong)
    expect([first.status, first.text.includes('This is not your password.')]).toEqual([422, true])
    for (let attempt = 2; attempt <= 10; attempt += 1) await act(browser, 'password', wrong)
    expect((await act(browser, 'password', { ...wrong, current: password })).status).toBe(429)
    expect((await visitor(site.url).signIn('quinn@people.example', password)).status).toBe(429)
  })

  test('of two who change it at once one wins', async () => {
    const rosa = await colleague('Rosa')
    const browsers = [await signedIn(rosa), await signedIn(rosa)]
    const answers = await Promise.all(
      browsers.map((browser, index) =>
        act(browser, 'password', { current: password, password: `${newPassword} ${index}` }),
      ),
    )
    expect(
      answers.filter(({ headers }) => headers.get('location') === '/account?notice=password'),
    ).toHaveLength(1)
  })
})

describe('tokens', () => {
  test('are listed with their use, and a revoked one opens nothing', async () => {
    const { boris, luis } = cast
    const { tokens, clock } = site.services
    const id = async () => (await tokens.of({ accountId: boris.id, epoch: 0 }, clock.now()))[0]?.id ?? ''
    await tokens.create(boris.id, 'nightly <i>export</i>', clock.now())
    const browser = await signedIn(boris)
    const { text } = await browser.open('/account')
    expect(text).toContain('nightly &lt;i&gt;export&lt;/i&gt;')
    expect(text).toContain('Not used yet')
    const stranger = await signedIn(luis)
    const path = `/account/tokens/${await id()}/revocation`
    expect((await stranger.submit(path, {}, '/account')).status).toBe(404)
    expect((await browser.submit(path, {}, '/account')).status).toBe(303)
    expect((await browser.open('/account')).text).not.toContain('nightly')
    expect((await browser.submit(path, {}, '/account')).status).toBe(404)
    expect((await boris.api.get('/matches')).status).toBe(200)
    const used = await browser.open('/account')
    expect([used.text.includes('Last used'), used.text.includes('Not used yet')]).toEqual([true, false])
    await browser.submit(`/account/tokens/${await id()}/revocation`, {}, '/account')
    expect((await boris.api.get('/matches')).status).toBe(401)
    await expect(boris.listens()).rejects.toThrow()
  })
})

describe('leaving', () => {
  test('ends sight at once and keeps the account', async () => {
    const tomas = await colleague('Tomas')
    const [browser, elsewhere, ears] = [await signedIn(tomas), await signedIn(tomas), await tomas.listens()]
    const people = `/organisations/${tomas.organisation.id}/people`
    expect((await browser.open(people)).status).toBe(200)
    expect((await act(browser, 'leaving', { current: 'a guess' })).status).toBe(422)
    expect((await act(browser, 'leaving', { current: password })).headers.get('location')).toBe(
      '/account?notice=leaving',
    )
    await ears.ended()
    expect((await browser.open(people)).status).toBe(404)
    expect([await isSignedIn(browser), await isSignedIn(elsewhere)]).toEqual([true, false])
    expect((await tomas.api.get('/matches')).status).toBe(401)
    expect((await browser.open('/account/leaving')).status).toBe(404)
    expect((await mailsTo(site, tomas.email))[0]?.subject).toBe('You no longer act for Acme Cold Chain')
  })

  test('is not for the last manager while others are there, nor for both of two at once', async () => {
    const pair = await Promise.all(['Uma', 'Vera'].map((name) => managerOf(name, cast.luis)))
    const browsers = await Promise.all(pair.map((one) => signedIn(one)))
    const answers = await Promise.all(browsers.map((one) => act(one, 'leaving', { current: password })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const stayed = browsers[answers.findIndex(({ status }) => status === 409)]!
    const again = await act(stayed, 'leaving', { current: password })
    expect([again.status, again.text.includes('Make another person manager first')]).toEqual([409, true])
    expect((await act(stayed, 'deletion', { current: password })).status).toBe(409)
  })
})

const managerOf = (name: string, { organisation }: Person) =>
  person(site, name, organisation, ['member', 'manager'])

describe('deleting the account', () => {
  test('asks for the password, leaves nobody behind and frees the address', async () => {
    const wilma = await colleague('Wilma')
    const browser = await signedIn(wilma)
    expect((await act(browser, 'deletion', { current: 'a guess' })).status).toBe(422)
    const answer = await act(browser, 'deletion', { current: password })
    expect(answer.headers.get('location')).toBe('/sign-in?deleted=1')
    expect((await browser.open('/sign-in?deleted=1')).text).toContain('Your account is deleted.')
    expect((await visitor(site.url).signIn(wilma.email, password)).status).toBe(422)
    expect((await wilma.api.get('/matches')).status).toBe(401)
    const raw = await site.services.connection.collection('accounts').findOne({ _id: wilma.id as never })
    expect(raw).toMatchObject({ name: '', passwordHash: '', roles: [] })
    expect(JSON.stringify(raw)).not.toMatch(/wilma/i)
    await person(site, 'Wilma', cast.ada.organisation)
    await signedIn(wilma)
  })

  test('is not for the last administrator', async () => {
    const others = await site.services.accounts.withRole('administrator')
    expect(others).toEqual([])
    const root = await person(site, 'Root', cast.selma.organisation, ['administrator'])
    const browser = await signedIn(root)
    for (const noun of ['leaving', 'deletion']) {
      const answer = await act(browser, noun, { current: password })
      expect([answer.status, answer.text.includes('Somebody must administer the site')]).toEqual([409, true])
    }
    expect((await browser.open('/admin')).status).toBe(200)
    const second = await person(site, 'Second', cast.selma.organisation, ['administrator'])
    expect((await act(browser, 'deletion', { current: password })).status).toBe(303)
    await site.settled()
    const { text } = await (await signedIn(second)).open('/admin/audit?act=account-deleted')
    expect([text.includes(`>${root.id}<`), text.includes('>Root<')]).toEqual([true, false])
  })
})

test.each(['name', 'password', 'leaving', 'deletion'])(
  'a visitor is asked to sign in for /account/%s',
  async (noun) => {
    const nobody = visitor(site.url)
    expect((await nobody.open(`/account/${noun}`)).headers.get('location')).toMatch(/^\/sign-in/)
    const answer = await nobody.submit(`/account/${noun}`, { current: password }, '/sign-in')
    expect(answer.headers.get('location')).toMatch(/^\/sign-in/)
  },
)
