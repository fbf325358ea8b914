import { createApp } from '../../server/app.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { password, person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'
import { routesOf } from './routes.ts'
import { fieldsFor, type Fields } from './fields.ts'
import { columns, table } from './table.ts'
import { things } from './things.ts'

type Column = (typeof columns)[number]
type Ask = (method: string, path: string, fields: Fields) => Promise<{ status: number; location: string }>

let site: Site
let cast: Cast & { root: Person }
let askAs: Record<Column, Ask>
let filled: ReturnType<typeof things>

beforeAll(async () => {
  site = await openSite()
  const named = await castFor(site)
  cast = { ...named, root: await person(site, 'Root', named.selma.organisation, ['administrator']) }
  const asks = await Promise.all(columns.map(async (column) => [column, await askerOf(column)] as const))
  askAs = Object.fromEntries(asks) as Record<Column, Ask>
  filled = things(site, cast)
})
afterAll(() => site.close())

/** As the API's client with a token, and on pages as a browser with a session. */
async function askerOf(column: Column): Promise<Ask> {
  const who = column === 'visitor' ? undefined : cast[column]
  const browser = visitor(site.url)
  if (who) await browser.signIn(who.email, password)
  const _csrf = browser.tokenIn((await browser.open(who ? '/account' : '/sign-in')).text)
  return async (method, path, fields) => {
    const answer = path.startsWith('/api/')
      ? await fetch(site.url + path, requestAs(who, method, fields))
      : await (method === 'GET'
          ? browser.open(withQuery(path, fields))
          : browser.post(path, { ...fields, _csrf }))
    return { status: answer.status, location: answer.headers.get('location') ?? '' }
  }
}

const withQuery = (path: string, fields: Fields): string =>
  Object.keys(fields).length > 0 ? `${path}?${new URLSearchParams(fields)}` : path

const requestAs = (who: Person | undefined, method: string, fields: Fields): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', ...(who && { authorization: `Bearer ${who.token}` }) },
  body: method === 'GET' ? undefined : JSON.stringify(fields),
})

function said({ status, location }: { status: number; location: string }): string {
  if (status === 401 || location.startsWith('/sign-in')) return 's'
  if (status === 403) return '-'
  if (status === 404) return 'h'
  if (status >= 500) return String(status)
  return '+'
}

test('every route of the application stands in the table, and no other', () => {
  expect(Object.keys(table).sort()).toEqual(routesOf(createApp(site.services)).sort())
})

/** Those who may do it do it last: afterwards there may be nothing left to ask for. */
const deniedFirst = (expected: string): Column[] => [
  ...columns.filter((_, place) => expected[place] !== '+'),
  ...columns.filter((_, place) => expected[place] === '+'),
]

describe.each(Object.entries(table))('%s', (route, expected) => {
  test(`says ${expected} to ${columns.join(', ')}`, async () => {
    const [method = ''] = route.split(' ')
    const path = await filled.pathOf(route)
    const answers = new Map<Column, string>()
    for (const column of deniedFirst(expected))
      answers.set(column, said(await askAs[column](method, path, fieldsFor[route] ?? {})))
    expect(columns.map((column) => answers.get(column)).join('')).toBe(expected)
  })
})
