import { jest } from '@jest/globals'
import { newPassword, registrationOf } from '../factories/registrations.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { keyIn, lastMailTo, mailsTo } from '../support/mailbox.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite({ DEMO: '1' })
  cast = await castFor(site)
})
afterAll(() => site.close())

/** The form asks for the company's name first. */
const form = '/register?company=Nobody+Yet&country=KEN'
const send = (fields: Record<string, string>, browser = visitor(site.url)) =>
  browser.submit('/register', fields, form)

async function registered(email: string, company: string, over: Record<string, string> = {}) {
  const answer = await send(registrationOf(email, company, over))
  expect(answer.headers.get('location')).toBe('/register/sent')
  return lastMailTo(site, email)
}

const confirm = (link: string, password = newPassword, browser = visitor(site.url)) =>
  browser.submit('/register/confirmation', { token: keyIn(link), password }, link)

const laterBy = (hours: number) =>
  jest.spyOn(site.services.clock, 'now').mockReturnValue(new Date(Date.now() + hours * 3_600_000))

afterEach(() => jest.restoreAllMocks())

test('a company registers, confirms its address and is signed in as the manager of its profile', async () => {
  const { link } = await registered('nadia@baridi.example', 'Baridi Cold Stores')
  const browser = visitor(site.url)
  const { status, headers } = await confirm(link, newPassword, browser)
  expect([status, headers.get('location')]).toEqual([303, '/account'])
  const account = await site.services.accounts.withEmail('nadia@baridi.example')
  expect(account).toMatchObject({ name: 'Nadia Nassar', roles: ['member', 'manager'] })
  expect(account?.organisation).toMatchObject({
    ...{ name: 'Baridi Cold Stores', kind: 'company' },
    profile: { country: 'KEN', industry: '2819', declarations: { tobacco: false, globalCompact: false } },
  })
  expect((await browser.open('/offers/new')).status).toBe(200)
})

test('what applies to the company is kept as screening reads it', async () => {
  const { link } = await registered('tom@leaf.example', 'Mfano Leaf', {
    applying: 'tobacco',
    owners: 'Jani\nMti',
  })
  await confirm(link)
  const account = await site.services.accounts.withEmail('tom@leaf.example')
  expect(account?.organisation.profile).toMatchObject({
    declarations: { tobacco: true, weapons: false },
    owners: ['Jani', 'Mti'],
  })
})

describe('secrecy', () => {
  test('the answer is the same for an address that has an account; only its mail tells', async () => {
    const known = visitor(site.url)
    const unknown = visitor(site.url)
    const first = await send(registrationOf(cast.ada.email, 'Zulia Textiles'), known)
    const second = await send(registrationOf('zoe@zulia.example', 'Zulia Textiles'), unknown)
    const seen = ({ status, headers }: typeof first) => [status, headers.get('location')]
    expect(seen(first)).toEqual(seen(second))
    const pages = [await known.open('/register/sent'), await unknown.open('/register/sent')]
    const [one, other] = pages.map(({ text }) => text.replaceAll(/value="[^"]+"/g, ''))
    expect(one).toBe(other)
    expect((await lastMailTo(site, cast.ada.email)).subject).toBe('You have an account already')
    expect((await lastMailTo(site, 'zoe@zulia.example')).subject).toBe('Confirm your e-mail address')
    expect(await site.services.accounts.withEmail(cast.ada.email)).toMatchObject({ name: 'Ada' })
  })

  test('nobody gets in, and nothing exists, before the address is confirmed', async () => {
    await registered('early@wingu.example', 'Wingu Clouds')
    expect((await visitor(site.url).signIn('early@wingu.example', newPassword)).status).toBe(422)
    expect(await site.services.organisations.named('company', 'Wingu Clouds')).toBeNull()
  })

  test('no key stands in the database or in the address of a log line', async () => {
    const { link } = await registered('secret@siri.example', 'Siri Papers')
    const { connection } = site.services
    const stored = await connection.collection('registrations').find({}).toArray()
    expect(JSON.stringify(stored)).not.toContain(keyIn(link))
    expect(JSON.stringify(stored)).not.toContain(newPassword)
    expect(link.split('?')[0]).toBe('/register/confirmation')
  })
})

describe('the link', () => {
  test('works once: of two that use it at once one wins, the other is told what to do', async () => {
    const { link } = await registered('race@mbio.example', 'Mbio Racing')
    const answers = await Promise.all([confirm(link), confirm(link)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
    const late = await visitor(site.url).open(link)
    expect(late.status).toBe(410)
    expect(late.text).toMatch(/This address is confirmed/)
  })

  test('opened by a program that looks at links it is not used up', async () => {
    const { link } = await registered('scan@kioo.example', 'Kioo Mirrors')
    for (let time = 0; time < 3; time++) expect((await visitor(site.url).open(link)).status).toBe(200)
    expect((await confirm(link)).status).toBe(303)
  })

  test('ends after 24 hours; another can be had, and the old one stays ended', async () => {
    const { link } = await registered('slow@polepole.example', 'Polepole Boats')
    laterBy(25)
    const ended = await visitor(site.url).open(link)
    expect([ended.status, /This link has ended/.test(ended.text)]).toEqual([410, true])
    await visitor(site.url).submit('/register/again', { email: 'slow@polepole.example' }, '/register/sent')
    const again = await lastMailTo(site, 'slow@polepole.example')
    expect(again.link).not.toBe(link)
    expect((await confirm(link)).status).toBe(410)
    expect((await confirm(again.link)).status).toBe(303)
  })

  test('without the password that was chosen with it it opens nothing', async () => {
    const { link } = await registered('victim@lengo.example', 'Lengo Targets')
    expect((await confirm(link, 'the owner of the mailbox guesses')).status).toBe(422)
    expect(await site.services.accounts.withEmail('victim@lengo.example')).toBeNull()
  })

  test('asking for another one tells nobody whether there is a registration', async () => {
    const before = (await mailsTo(site, 'stranger@nowhere.example')).length
    const answer = await visitor(site.url).submit(
      '/register/again',
      { email: 'stranger@nowhere.example' },
      '/register/sent',
    )
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/register/sent'])
    expect((await mailsTo(site, 'stranger@nowhere.example')).length).toBe(before)
  })
})

describe('one profile per company', () => {
  test('a name that is here in another form is pointed out, with public facts only', async () => {
    const { text } = await visitor(site.url).open('/register?company=ACME+Coldchain+GmbH&country=DEU')
    expect(text).toContain('Join Acme Cold Chain')
    expect(text).not.toContain(cast.ada.email)
    expect(text).not.toContain('Borealis Pumps')
  })

  test('it is not registered again unless somebody says that it is another', async () => {
    const browser = visitor(site.url)
    const fields = registrationOf('double@acme.example', 'Acme Cold Chain Ltd.')
    const refused = await send(fields, browser)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('A company here has a similar name')
    const taken = await send({ ...fields, different: 'yes' }, browser)
    expect(taken.headers.get('location')).toBe('/register/sent')
  })
})

test('the form has every field that it asks for', async () => {
  const { text } = await visitor(site.url).open(form)
  const fields = { ...registrationOf('a@b.example', 'C'), owners: '', applying: '' }
  expect(Object.keys(fields).filter((name) => !text.includes(`name="${name}"`))).toEqual([])
})

describe('what cannot be taken', () => {
  test.each([
    ['password', 'short', 'at least 12 characters'],
    ['password', 'aaaaaaaaaaaaaaaa', 'more different characters'],
    ['password', 'passwordpassword1', 'everybody tries'],
    ['password', 'NadiaNassar1234', 'Others know your name'],
    ['email', 'no address', 'Give an e-mail address'],
    ['industry', '9999', 'Choose from the list'],
    ['country', 'XXX', 'Choose from the list'],
    ['standing', '', 'This must be ticked'],
    ['website', 'javascript:alert(1)', 'Give a web address'],
  ])('%s “%s”', async (field, value, words) => {
    const fields = registrationOf('wrong@kosa.example', 'Kosa Errors', { [field]: value })
    const { status, text } = await send(fields)
    expect(status).toBe(422)
    expect(text).toContain(words)
    expect(text).not.toContain(newPassword)
  })
})

test('the sixth registration for one address within an hour waits', async () => {
  const browser = visitor(site.url)
  const fields = registrationOf('often@mara.example', 'Mara Nyingi')
  for (let time = 0; time < 5; time++) await send(fields, browser)
  expect((await send(fields, browser)).status).toBe(429)
})
