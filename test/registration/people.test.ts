import { jest } from '@jest/globals'
import { company } from '../factories/organisations.ts'
import { newPassword, registrationOf } from '../factories/registrations.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { listen } from '../support/ears.ts'
import { keyIn, lastMailTo } from '../support/mailbox.ts'
import { password, person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

type Browser = ReturnType<typeof visitor>

let site: Site
let cast: Cast
/** manages Acme, where Ada is a member */
let mona: Browser
/** manages UNICEF */
let hilda: Browser
let acme: string

beforeAll(async () => {
  site = await openSite({ DEMO: '1' })
  cast = await castFor(site)
  acme = `/organisations/${cast.ada.organisation.id}/people`
  mona = await signedIn(await manager('Mona', cast.ada))
  hilda = await signedIn(await manager('Hilda', cast.hanna))
})
afterAll(() => site.close())
afterEach(() => jest.restoreAllMocks())

const manager = (name: string, { organisation }: Person) =>
  person(site, name, organisation, ['member', 'manager'])

async function signedIn({ email }: { email: string }): Promise<Browser> {
  const browser = visitor(site.url)
  await browser.signIn(email, password)
  return browser
}

const act = (browser: Browser, path: string, fields: Record<string, string> = {}, page = '/account') =>
  browser.submit(path, fields, page)

async function invited(email: string, by = mona, people = acme): Promise<string> {
  const answer = await act(by, `${people}/invitations`, { email, role: 'member' }, people)
  expect(answer.headers.get('location')).toBe(`${people}?notice=invited`)
  return (await lastMailTo(site, email)).link
}

const accept = (link: string, browser = visitor(site.url)) =>
  browser.submit(
    '/invitation',
    { token: keyIn(link), name: 'Noor', password: newPassword },
    '/password-reset',
  )

const accountOf = (email: string) => site.services.accounts.withEmail(email)

describe('an invitation', () => {
  test('makes a colleague of somebody who had no account, once', async () => {
    const link = await invited('noor@acme.example')
    expect((await visitor(site.url).open(link)).text).toContain('Act for Acme Cold Chain')
    const noor = visitor(site.url)
    const answers = await Promise.all([accept(link, noor), accept(link)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
    expect(await accountOf('noor@acme.example')).toMatchObject({
      ...{ name: 'Noor', roles: ['member'] },
      organisation: { name: 'Acme Cold Chain' },
    })
    expect((await accept(link)).status).toBe(410)
  })

  test('that was revoked, sent anew or has ended opens nothing', async () => {
    const first = await invited('rita@acme.example')
    const [waiting] = await site.services.invitations.waiting(cast.ada.organisation.id)
    await act(mona, `${acme}/invitations/${waiting?.id}/again`)
    const second = (await lastMailTo(site, 'rita@acme.example')).link
    expect((await visitor(site.url).open(first)).status).toBe(410)
    expect((await visitor(site.url).open(second)).status).toBe(200)
    jest.spyOn(site.services.clock, 'now').mockReturnValue(new Date(Date.now() + 8 * 86_400_000))
    expect((await accept(second)).status).toBe(410)
    jest.restoreAllMocks()
    await act(mona, `${acme}/invitations/${waiting?.id}/revocation`)
    expect((await accept(second)).status).toBe(410)
    expect(await accountOf('rita@acme.example')).toBeNull()
  })

  test('does not move whoever acts for another organisation, nor serve another account', async () => {
    const link = await invited(cast.boris.email)
    const boris = await signedIn(cast.boris)
    expect((await boris.open(link)).text).toContain('You act for another organisation already')
    await act(boris, '/invitation', { token: keyIn(link) })
    expect((await accountOf(cast.boris.email))?.organisation.name).toBe('Borealis Pumps')
    const luis = await signedIn(cast.luis)
    await act(luis, '/invitation', { token: keyIn(link) })
    expect((await accountOf(cast.luis.email))?.organisation.name).toBe('WFP Peru')
  })

  test('is sent by an entity’s managers for its own offices only', async () => {
    const kenya = `/organisations/${cast.wanjiru.organisation.id}/people`
    await invited('kamau@unicef.example', hilda, kenya)
    const peru = `/organisations/${cast.luis.organisation.id}/people`
    const fields = { email: 'eva@wfp.example', role: 'member' }
    expect((await act(hilda, `${peru}/invitations`, fields)).status).toBe(404)
  })
})

describe('who may do what', () => {
  test('colleagues see one another, and nothing to manage', async () => {
    const { status, text } = await (await signedIn(cast.ada)).open(acme)
    expect([status, text.includes('mona@people.example'), text.includes('Invite somebody')]).toEqual([
      200,
      true,
      false,
    ])
  })

  test.each(['boris', 'luis', 'selma'] as const)('%s sees none of it', async (name) => {
    expect((await (await signedIn(cast[name])).open(acme)).status).toBe(404)
  })

  test.each([
    ['invitations', { email: 'x@acme.example', role: 'manager' }],
    ['ADA/role', { role: 'manager' }],
    ['ADA/removal', {}],
    ['ADA/joining', { verdict: 'accepted' }],
  ])('a member may not: %s', async (path, fields) => {
    const answer = await act(await signedIn(cast.ada), `${acme}/${path.replace('ADA', cast.ada.id)}`, fields)
    expect(answer.status).toBe(403)
  })

  test('a manager reaches nobody of another organisation', async () => {
    expect((await act(mona, `${acme}/${cast.boris.id}/removal`)).status).toBe(404)
    expect((await accountOf(cast.boris.email))?.organisation.name).toBe('Borealis Pumps')
  })
})

test('whoever is taken out loses sight at once: pages, tokens, sockets; colleagues keep theirs', async () => {
  const gone = await person(site, 'Gina', cast.ada.organisation)
  const browser = await signedIn(gone)
  const cookie = `concord.session=${browser.cookies.get('concord.session')}`
  const sockets = [await gone.listens(), await listen(site.url, { headers: { cookie } })]
  const bystander = await cast.ada.listens()
  const offer = await gone.api.post('/offers', {
    ...{ title: 'A draft of Acme', description: 'Twenty boxes for cold transport.', language: 'en' },
    ...{ contributionTypes: ['in-kind-goods'], sdgs: [3], countries: ['KEN'] },
  })

  const answer = await act(mona, `${acme}/${gone.id}/removal`)

  expect(answer.headers.get('location')).toBe(`${acme}?notice=removed`)
  await Promise.all(sockets.map((socket) => socket.ended()))
  expect((await browser.open('/account')).headers.get('location')).toMatch(/^\/sign-in/)
  expect((await gone.api.get('/notifications')).status).toBe(401)
  await expect(gone.listens()).rejects.toThrow()
  await expect(listen(site.url, { headers: { cookie } })).rejects.toThrow()
  const again = await signedIn(gone)
  expect((await again.open(`/offers/${offer.body.id}/edit`)).status).not.toBe(200)
  expect((await again.open(acme)).status).toBe(404)
  expect((await again.open('/offers/new')).status).toBe(403)
  expect((await again.open('/account')).text).not.toContain('Acme Cold Chain')
  expect((await lastMailTo(site, gone.email)).subject).toBe('You no longer act for Acme Cold Chain')
  expect(bystander.isEnded()).toBe(false)
  bystander.close()
  const entries = await site.services.audits.of(gone.id)
  expect(entries.map(({ act: done, actor }) => [done, actor.name])).toContainEqual(['person-removed', 'Mona'])
})

test('a socket that another process holds ends as well', async () => {
  const far = await person(site, 'Farah', cast.ada.organisation)
  const socket = await far.listens()
  jest.spyOn(site.services.live, 'disconnect').mockReturnValue(undefined)
  await act(mona, `${acme}/${far.id}/removal`)
  await socket.ended()
})

describe('managers', () => {
  test('the last one can neither step back nor be taken out', async () => {
    const solo = company('Solo Pumps')
    const last = await person(site, 'Lars', solo, ['member', 'manager'])
    await person(site, 'Mia', solo)
    const people = `/organisations/${solo.id}/people`
    const browser = await signedIn(last)
    const back = await act(browser, `${people}/${last.id}/role`, { role: 'member' })
    const out = await act(browser, `${people}/${last.id}/removal`)
    expect([back.status, out.status]).toEqual([409, 409])
    expect(back.text).toContain('Make another person manager first')
    expect((await accountOf(last.email))?.roles).toEqual(['member', 'manager'])
  })

  test('of two who take each other out at once one stays', async () => {
    const duel = company('Duel Pumps')
    const [one, other] = [
      await person(site, 'Uma', duel, ['member', 'manager']),
      await person(site, 'Vito', duel, ['member', 'manager']),
    ]
    const people = `/organisations/${duel.id}/people`
    const [first, second] = [await signedIn(one), await signedIn(other)]
    await Promise.all([
      act(first, `${people}/${other.id}/removal`),
      act(second, `${people}/${one.id}/removal`),
    ])
    const left = await site.services.accounts.peopleOf(duel.id)
    expect(left.map(({ roles }) => roles)).toEqual([['member', 'manager']])
  })

  test('makes a colleague manager, who may then invite', async () => {
    const rising = await person(site, 'Rosa', cast.ada.organisation)
    await act(mona, `${acme}/${rising.id}/role`, { role: 'manager' })
    expect((await (await signedIn(rising)).open(acme)).text).toContain('Invite somebody')
  })
})

describe('joining a company that is here', () => {
  async function asks(email: string): Promise<string> {
    const form = `/register?join=${cast.ada.organisation.id}`
    const { company: _, ...fields } = registrationOf(email, '')
    const browser = visitor(site.url)
    await browser.submit('/register', { ...fields, joins: cast.ada.organisation.id }, form)
    const { link } = await lastMailTo(site, email)
    await browser.submit('/register/confirmation', { token: keyIn(link), password: newPassword }, link)
    await site.settled()
    const account = await accountOf(email)
    expect(account).toMatchObject({ roles: [], organisation: { id: '' } })
    return account?.id ?? ''
  }

  test('its managers are told and let in; until then nothing of it is seen', async () => {
    const id = await asks('jo@acme.example')
    const jo = visitor(site.url)
    await jo.signIn('jo@acme.example', newPassword)
    expect((await jo.open(acme)).status).toBe(404)
    expect((await jo.open('/offers/new')).status).toBe(403)
    expect((await mona.open('/alerts')).text).toContain('Somebody asks to join your organisation')
    expect((await (await signedIn(cast.boris)).open('/alerts')).text).not.toContain('asks to join')

    await act(mona, `${acme}/${id}/joining`, { verdict: 'accepted' })
    await site.settled()

    expect((await jo.open(acme)).status).toBe(200)
    expect((await jo.open('/alerts')).text).toContain('You now act for your organisation')
  })

  test('a decline is told, and lets nobody in; a second answer comes too late', async () => {
    const id = await asks('ko@acme.example')
    await act(mona, `${acme}/${id}/joining`, { verdict: 'declined' })
    const late = await act(mona, `${acme}/${id}/joining`, { verdict: 'accepted' })
    expect(late.status).toBe(404)
    expect((await accountOf('ko@acme.example'))?.organisation.id).toBe('')
  })
})
