import { makeAdministrator } from '../../scripts/administrator/make-administrator.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { newPassword } from '../factories/registrations.ts'
import { keyIn } from '../support/mailbox.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
})
afterAll(() => site.close())

const first = { email: 'Root@People.example', name: 'Root of the site' }
const choose = (link: string) =>
  visitor(site.url).submit(
    '/password-reset/new',
    { token: keyIn(link), password: newPassword },
    '/password-reset',
  )

test('a new site gets its first administrator from the command line, by a link that works once', async () => {
  const link = await makeAdministrator(first, site.services)
  expect((await choose(link)).headers.get('location')).toBe('/sign-in?changed=1')
  expect((await choose(link)).status).toBe(410)
  const browser = visitor(site.url)
  await browser.signIn('root@people.example', newPassword)
  expect((await browser.open('/admin')).status).toBe(200)
  expect((await browser.open('/offers/new')).status).toBe(403)
})

test('asked again for the same person it makes no second account, and the older link is worth nothing', async () => {
  const older = await makeAdministrator(first, site.services)
  const newer = await makeAdministrator(first, site.services)
  expect((await choose(older)).status).toBe(410)
  expect((await choose(newer)).status).toBe(303)
  expect(await site.services.accounts.withRole('administrator')).toHaveLength(1)
})

test('nobody who has another account becomes an administrator by it', async () => {
  await expect(makeAdministrator(cast.ada, site.services)).rejects.toThrow(/has an account already/)
  expect((await site.services.accounts.find(cast.ada.id))?.roles).toEqual(['member'])
})
