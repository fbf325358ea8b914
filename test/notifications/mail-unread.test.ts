import { jest } from '@jest/globals'
import { isMailDue } from '../../server/notifications/mail-times.ts'
import { refrigerators } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { mailsTo, type Received } from '../support/mailbox.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)
const match = { kind: 'match-found' as const, createdAt: at('06:30') }
const message = { kind: 'message-arrived' as const, createdAt: at('06:30') }

test.each([
  ['nothing mailed before', [match], 'at-once', undefined, '06:40', true],
  ['mailed half an hour ago', [match], 'at-once', '06:10', '06:40', false],
  ['mailed an hour ago', [match], 'at-once', '05:40', '06:40', true],
  ['a message, mailed a minute ago', [match, message], 'at-once', '06:39', '06:40', true],
  ['daily, before seven', [match], 'daily', undefined, '06:59', false],
  ['daily, at seven', [match], 'daily', undefined, '07:00', true],
  ['daily, mailed at seven', [match], 'daily', '07:00', '07:30', false],
  ['never', [message], 'never', undefined, '07:00', false],
  ['nothing waits', [], 'at-once', undefined, '07:00', false],
] as const)('a mail about what was not read: %s', (_, waiting, preference, mailedAt, now, due) => {
  expect(isMailDue([...waiting], preference, mailedAt && at(mailedAt), at(now))).toBe(due)
})

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite({ DEMO: '1' })
  cast = await castFor(site)
})
afterAll(() => site.close())
afterEach(() => jest.restoreAllMocks())

const laterBy = (minutes: number) =>
  jest.spyOn(site.services.clock, 'now').mockReturnValue(new Date(Date.now() + minutes * 60_000))

async function mailed(email: string): Promise<Received[]> {
  await site.services.mailUnread.run()
  return mailsTo(site, email)
}

async function screened(title: string): Promise<string> {
  const answer = await cast.ada.api.post('/offers', {
    ...refrigerators({ title }),
    description: `${title}, new.` + ' Sixty litres each, solar direct drive, with installation guides.',
  })
  await site.settled()
  return answer.body.id
}

test('what rests unread is mailed once, with links that lead there, and to nobody else', async () => {
  const id = await screened('Ninety cold boxes for clinics')
  expect(await mailed(cast.ada.email)).toEqual([])
  laterBy(6)
  const [mail, ...more] = await mailed(cast.ada.email)
  expect(more).toEqual([])
  expect(mail?.text).toContain('Ninety cold boxes for clinics')
  expect(mail?.link).toBe(`/offers/${id}`)
  laterBy(120)
  expect(await mailed(cast.ada.email)).toHaveLength(1)
  expect(await mailsTo(site, cast.boris.email)).toEqual([])
})

test('what was read meanwhile is not mailed', async () => {
  await screened('Eighty water tanks for schools')
  laterBy(200)
  const { items } = (await cast.ada.api.get('/notifications?unread=1')).body
  for (const { id } of items) await cast.ada.api.put(`/notifications/${id}/reading`)
  expect(await mailed(cast.ada.email)).toHaveLength(1)
})

test('the link in the mail ends mails at one click of a mail program, and can be taken back', async () => {
  await screened('Seventy oxygen concentrators for hospitals')
  laterBy(300)
  const [mail] = await mailed(cast.ada.email)
  const address = /\/unsubscribe\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  const program = visitor(site.url)
  await program.open(address)
  const preference = async () => (await site.services.accounts.find(cast.ada.id))?.mailPreference
  expect(await preference()).toBe('at-once')
  await program.post(address, { 'List-Unsubscribe': 'One-Click' })
  expect(await preference()).toBe('never')
  expect((await program.open(address)).text).toContain('You get no more of these mails')
  const foreign = address.replace(cast.ada.id, cast.boris.id)
  expect((await program.post(foreign, { 'List-Unsubscribe': 'One-Click' })).status).toBe(404)
  await program.post(address, { again: 'at-once' })
  expect(await preference()).toBe('at-once')
})

test('an offer that is withdrawn before the mail leaves is not named in it', async () => {
  const rule = { name: 'Kenya', side: 'offers', countries: ['KEN'], delivery: 'live' }
  await cast.luis.api.post('/alert-rules', { sdgs: [], contributionTypes: [], ...rule })
  const id = await screened('Sixty tents for families')
  expect((await cast.luis.api.get('/notifications')).body.unread).toBe(1)
  await cast.ada.api.post(`/offers/${id}/withdrawal`, { reason: 'sold' })
  await site.settled()
  laterBy(400)
  expect(JSON.stringify(await mailed(cast.luis.email))).not.toContain('Sixty tents')
})
