import { RefusedAddress, type Message } from '../../server/connections/mail.ts'
import { createPostman } from '../../server/mail/postman.ts'
import type { Mail } from '../../server/mail/mail.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let now = new Date('2026-11-23T09:00:00Z')

beforeAll(async () => {
  site = await openSite({ DEMO: '1' })
  await site.services.postman.stop()
})
afterAll(() => site.close())

const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000)
}

const mail = (id: string, over: Partial<Mail> = {}): Mail => ({
  ...{ id, kind: 'invitation', to: 'ada@people.example', language: 'en' },
  ...{ values: { inviter: 'Hanna <b>', organisation: 'UNICEF' }, link: { path: '/invitation', seed: 's' } },
  ...over,
})

/** A postman of the site with another mail server; `fails` says with what each attempt fails. */
function postmanWith(fails: (attempt: number) => Error | undefined) {
  const taken: Message[] = []
  let attempts = 0
  const { mails, keys, translations, views, log } = site.services
  const postman = createPostman({
    ...{ mails, log, demo: false, ...translations, renderPartial: views.renderPartial },
    clock: { now: () => now },
    mailServer: {
      async send(message) {
        const failure = fails(++attempts)
        if (failure) throw failure
        taken.push(message)
      },
    },
    write: async ({ kind, link }) => ({
      ...{ subject: kind, paragraphs: ['Hello'], why: 'why' },
      action: { href: `https://concord.example${link?.path}?${keys.tokenOf(kind, 's')}`, text: 'Look' },
    }),
  })
  return { postman, taken, tried: () => attempts }
}

test('adding a mail twice is adding it once, and it leaves once', async () => {
  const { postman, taken } = postmanWith(() => undefined)
  await postman.post(mail('once'))
  await postman.post(mail('once'))
  await postman.settled()
  await postman.settled()
  expect(taken.map(({ id, to }) => [id, to])).toEqual([['once', 'ada@people.example']])
})

test('a server that fails is tried again after pauses that double, and the mail keeps its id', async () => {
  const { postman, taken, tried } = postmanWith((attempt) => (attempt < 3 ? new Error('busy') : undefined))
  await postman.post(mail('again'))
  await postman.settled()
  expect(tried()).toBe(1)
  later(0.4)
  await postman.settled()
  expect(tried()).toBe(1)
  later(0.2)
  await postman.settled()
  expect(tried()).toBe(2)
  later(0.6)
  await postman.settled()
  expect(tried()).toBe(2)
  later(0.6)
  await postman.settled()
  expect(taken.map(({ id }) => id)).toEqual(['again'])
})

test('an address that the server refuses for good is not tried again', async () => {
  const { postman, tried } = postmanWith(() => new RefusedAddress('550'))
  await postman.post(mail('refused'))
  await postman.settled()
  later(24 * 60)
  await postman.settled()
  expect(tried()).toBe(1)
})

test('a mail that was taken on and never noted as sent leaves again under the same id', async () => {
  await site.services.mails.add(mail('crashed'), now)
  await site.services.mails.claim(now)
  const { postman, taken } = postmanWith(() => undefined)
  await postman.settled()
  expect(taken).toEqual([])
  later(3)
  await postman.settled()
  expect(taken.map(({ id }) => id)).toEqual(['crashed'])
})

test('neither the database nor the log holds the key of a link', async () => {
  const { postman } = postmanWith(() => undefined)
  await postman.post(mail('secret'))
  await postman.settled()
  const stored = await site.services.connection.collection('mails').find({}).toArray()
  expect(JSON.stringify(stored)).toContain('secret')
  expect(JSON.stringify(stored)).not.toContain(site.services.keys.tokenOf('invitation', 's'))
})

test('the outbox of a demo shows what would have left, in the recipient’s language and escaped', async () => {
  const { mails, keys, translations, views, log } = site.services
  const { letterInWords } = await import('../../server/mail/letter-words.ts')
  const postman = createPostman({
    ...{ mails, log, demo: true, mailServer: undefined, ...translations },
    ...{ clock: { now: () => now }, renderPartial: views.renderPartial },
    write: async (one, t) => letterInWords(one, { keys, baseUrl: 'https://concord.example', t }),
  })
  await postman.post(mail('shown', { language: 'ar' }))
  await postman.settled()
  const { status, text } = await visitor(site.url).open('/outbox')
  expect(status).toBe(200)
  expect(text).toContain('يدعوكم Hanna &lt;b&gt; إلى UNICEF')
  expect(text).toContain(`https://concord.example/invitation?token&#x3D;${keys.tokenOf('invitation', 's')}`)
  expect(text).toMatch(/<p class="prose" lang="ar" dir="rtl">/)
})
