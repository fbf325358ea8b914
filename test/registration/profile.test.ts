import { castFor, type Cast } from '../support/cast.ts'
import { refrigerators } from '../factories/postings.ts'
import { password, person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

type Browser = ReturnType<typeof visitor>
type Fields = Record<string, string | string[]>

let site: Site
let cast: Cast
/** manages Acme, where Ada is a member */
let mona: Browser
/** manages UNICEF, and so its office in Kenya */
let hilda: Browser

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  const managing = (name: string, { organisation }: Person) =>
    person(site, name, organisation, ['member', 'manager'])
  mona = await signedIn(await managing('Mona', cast.ada))
  hilda = await signedIn(await managing('Hilda', cast.hanna))
})
afterAll(() => site.close())

async function signedIn({ email }: { email: string }): Promise<Browser> {
  const browser = visitor(site.url)
  await browser.signIn(email, password)
  return browser
}

const profileOf = ({ organisation }: Person) => `/organisations/${organisation.id}/profile`
const stored = async ({ organisation }: Person) => (await site.services.organisations.find(organisation.id))!
const versionOf = async (who: Person) => String((await stored(who)).version)

/** What Acme's form says when only the facts of its kind are given. */
const acme = (changes: Fields = {}): Fields => ({
  ...{ country: 'CHE', industry: '2819', truthful: 'yes', description: 'Cold boxes.' },
  ...changes,
})

async function save(browser: Browser, who: Person, fields: Fields) {
  const answer = await browser.submit(profileOf(who), { version: await versionOf(who), ...fields })
  await site.settled()
  return answer
}

describe('a company’s profile', () => {
  test('is changed by its manager; only what changed is written and kept in the audit', async () => {
    await save(mona, cast.ada, acme())
    const fields = { website: 'https://acme.example/cold', formerNames: 'Acme Ice\nIce and Sons' }
    const shares = {
      'revenueShares.1.code': '2819',
      'revenueShares.1.percent': '60',
      'revenueShares.4.code': '4659',
      'revenueShares.4.percent': '12.5',
    }

    const answer = await save(mona, cast.ada, acme({ ...fields, ...shares }))

    expect(answer.headers.get('location')).toBe(`${profileOf(cast.ada)}?notice=saved`)
    expect(await stored(cast.ada)).toMatchObject({
      website: 'https://acme.example/cold',
      profile: { country: 'CHE', formerNames: ['Acme Ice', 'Ice and Sons'], controversies: [] },
    })
    expect((await stored(cast.ada)).profile?.revenueShares).toEqual({ 2819: 60, 4659: 12.5 })
    const [entry] = (await site.services.audits.of(cast.ada.organisation.id)).slice(-1)
    expect(entry).toMatchObject({ act: 'profile-changed', actor: { name: 'Mona' } })
    expect(entry?.after).toEqual({
      website: 'https://acme.example/cold',
      revenueShares: { 2819: 60, 4659: 12.5 },
      formerNames: ['Acme Ice', 'Ice and Sons'],
    })
    const version = await versionOf(cast.ada)
    await save(mona, cast.ada, acme({ ...fields, ...shares }))
    expect(await versionOf(cast.ada)).toBe(version)
    await save(mona, cast.ada, acme())
    expect(await stored(cast.ada)).not.toHaveProperty('website')
  })

  test.each<[string, Fields, string]>([
    [
      'shares over a hundred',
      {
        'revenueShares.1.code': '2819',
        'revenueShares.1.percent': '60',
        'revenueShares.2.code': '4659',
        'revenueShares.2.percent': '41',
      },
      'Together the shares are more than 100 percent.',
    ],
    [
      'a share of no industry',
      { 'revenueShares.2.code': 'pumps', 'revenueShares.2.percent': '5' },
      'Give a code of ISIC Rev.4',
    ],
    ['a share without percent', { 'revenueShares.1.code': '2819' }, 'Give a percent from 0 to 100.'],
    ['a website that is a script', { website: 'javascript:alert(1)' }, 'Give a web address'],
    ['no declaration', { truthful: '' }, 'This must be ticked to go on.'],
  ])('is not changed by %s, and what was typed stays', async (_what, fields, said) => {
    const version = await versionOf(cast.ada)
    const { status, text } = await save(mona, cast.ada, acme({ ...fields, owners: 'Typed Holding' }))
    expect([status, text.includes(said), text.includes('Typed Holding')]).toEqual([422, true, true])
    expect(await versionOf(cast.ada)).toBe(version)
  })

  test('holds an open offer with one declaration and clears it without; a stranger sees neither', async () => {
    await save(mona, cast.ada, acme({ website: 'https://acme.example/' }))
    const { body } = await cast.ada.api.post('/offers', refrigerators())
    await site.settled()
    const screened = async () => (await cast.ada.api.get(`/offers/${body.id}/screening`)).body.verdict
    expect(await screened()).toBe('cleared')
    const page = (await visitor(site.url).open(`/organisations/${cast.ada.organisation.id}`)).text
    expect(page).toContain('Cold boxes.')
    expect(page).toContain('href="https://acme.example/" rel="nofollow noopener noreferrer"')

    await save(
      mona,
      cast.ada,
      acme({ website: 'https://acme.example/', applying: 'tobacco', owners: 'Hidden Holding' }),
    )
    expect(await screened()).not.toBe('cleared')
    expect((await visitor(site.url).open(`/offers/${body.id}`)).status).toBe(404)

    await save(mona, cast.ada, acme({ website: 'https://acme.example/', owners: 'Hidden Holding' }))
    expect(await screened()).toBe('cleared')
    const again = (await visitor(site.url).open(`/organisations/${cast.ada.organisation.id}`)).text
    expect([again.includes('Cold boxes.'), again.includes('Hidden Holding')]).toEqual([true, false])
  })

  test('of two who edit at once the second keeps what was typed and hears what differs', async () => {
    const version = await versionOf(cast.ada)
    await save(mona, cast.ada, acme({ version, description: 'The first text.' }))
    const late = acme({ version, description: 'The second text.' })
    const { status, text } = await save(mona, cast.ada, late)
    expect(status).toBe(409)
    expect(text).toContain('Somebody else changed this profile')
    expect(text).toContain('The second text.')
    expect((await stored(cast.ada)).description).toBe('The first text.')
    const shown = /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
    await save(mona, cast.ada, { ...late, version: shown })
    expect((await stored(cast.ada)).description).toBe('The second text.')
  })

  test('of two writes at the same moment one is stored', async () => {
    const version = await versionOf(cast.ada)
    const answers = await Promise.all(
      ['One.', 'Other.'].map((description) => save(mona, cast.ada, acme({ version, description }))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  })
})

describe('on the side of the United Nations', () => {
  test('a manager changes the entity; everybody reads it', async () => {
    const english = 'Works for the rights of every child.'
    await save(hilda, cast.hanna, {
      ...{ description: 'Where we are.', contact: 'Partnerships team, partners@unicef.example' },
      ...{ 'mandate.en': english, 'mandate.fr': 'Pour les droits de chaque enfant.' },
      ...{ sdgs: ['3', '4'], contributionTypes: ['cash'] },
    })
    expect((await stored(cast.hanna)).mandate).toEqual({
      ...{ text: { en: english, fr: 'Pour les droits de chaque enfant.' }, sdgs: [3, 4] },
      ...{ concepts: [], contributionTypes: ['cash'] },
    })
    const { text } = await visitor(site.url).open(`/organisations/${cast.hanna.organisation.id}`)
    for (const said of [english, 'Where we are.', 'mailto:partners@unicef.example'])
      expect(text).toContain(said)
  })

  test('an entity keeps its English mandate', async () => {
    const { status, text } = await save(hilda, cast.hanna, { 'mandate.fr': 'Pour chaque enfant.' })
    expect([status, text.includes('Mandate, in English: Fill this in.')]).toEqual([422, true])
  })

  test('an entity’s manager changes the countries of its office, at least one', async () => {
    expect((await save(hilda, cast.wanjiru, { countries: ['KEN', 'SOM'] })).status).toBe(303)
    expect((await stored(cast.wanjiru)).countries).toEqual(['KEN', 'SOM'])
    expect((await save(hilda, cast.wanjiru, {})).status).toBe(422)
  })
})

describe('who may not', () => {
  test.each([
    ['ada', 403],
    ['boris', 404],
    ['hanna', 404],
    ['selma', 404],
  ] as const)('%s gets %i', async (name, status) => {
    const browser = await signedIn(cast[name])
    const before = await versionOf(cast.ada)
    expect((await browser.open(profileOf(cast.ada))).status).toBe(status)
    expect((await browser.submit(profileOf(cast.ada), acme({ version: before }), '/account')).status).toBe(
      status,
    )
    expect(await versionOf(cast.ada)).toBe(before)
    const { text } = await browser.open('/account')
    expect(text).not.toContain('Edit the profile')
  })

  test('a visitor is asked to sign in', async () => {
    const answer = await visitor(site.url).open(profileOf(cast.ada))
    expect(answer.headers.get('location')).toMatch(/^\/sign-in/)
  })

  test('managers are led there from their account, their people and their page', async () => {
    const { id } = cast.ada.organisation
    for (const path of ['/account', `/organisations/${id}/people`, `/organisations/${id}`])
      expect((await mona.open(path)).text).toContain(`href="/organisations/${id}/profile"`)
  })
})
