import type { Page } from 'playwright-core'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { openBrowser } from '../support/browser.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { password } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let cast: Cast
let browser: Awaited<ReturnType<typeof openBrowser>>
/** of the office in Kenya, with her phone */
let wanjiru: Page

const used = 'Forty used solar refrigerators for vaccines'
const fresh = 'خمسون ثلاجة شمسية للقاحات'
const pumps = 'Hand pumps for village wells'

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  browser = await openBrowser()
  wanjiru = await browser.visitor(site.url, {
    ...{ viewport: { width: 390, height: 844 }, locale: 'ar' },
    // where pages glide, a place is read off while they are still under way
    reducedMotion: 'reduce',
  })
  await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  await cast.ada.api.post('/offers', refrigerators({ title: used }))
  await cast.boris.api.post(
    '/offers',
    refrigerators({ title: fresh, description: arabicText, language: 'ar' }),
  )
  await cast.boris.api.post('/offers', refrigerators({ title: pumps, description: pumpText, sdgs: [6] }))
  await site.settled()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

const arabicText =
  'ثلاجات شمسية جديدة لحفظ اللقاحات في المراكز الصحية التي لا كهرباء فيها، مع التركيب وتدريب العاملين.'
const pumpText =
  'Sixty hand pumps with pipes and spare parts, for wells of villages and schools without piped water.'

/** Where she is: the address, the direction of its text, and how much of it sticks out at the side. */
async function on(pattern: RegExp): Promise<void> {
  await wanjiru.waitForURL(pattern)
  const seen = await wanjiru.evaluate<[string, string, number]>(
    'const { lang, dir, scrollWidth, clientWidth } = document.documentElement; [lang, dir, scrollWidth - clientWidth]',
  )
  expect([wanjiru.url(), ...seen]).toEqual([wanjiru.url(), 'ar', 'rtl', 0])
}

const press = (name: string) => wanjiru.getByRole('button', { name, exact: true }).first().click()
const follow = (name: string) => wanjiru.getByRole('link', { name }).first().click()
const main = () => wanjiru.locator('main').innerText()
const alertOf = (text: string) => wanjiru.locator('.alert-row').filter({ hasText: text }).first()

test('she signs in on her phone and reads what came', async () => {
  await wanjiru.goto('/')
  await on(/\/$/)
  await press('القائمة')
  await follow('تسجيل الدخول')
  await on(/\/sign-in/)
  await wanjiru.getByLabel('البريد الإلكتروني').fill(cast.wanjiru.email)
  await wanjiru.getByLabel('كلمة المرور').fill(password)
  await press('سجّل الدخول')
  await wanjiru.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
  await follow('التنبيهات')
  await on(/\/alerts/)
  await wanjiru.getByText('مباشر: تظهر التنبيهات الجديدة من تلقاء نفسها').waitFor()
  expect(await alertOf(used).innerText()).toContain(`«${used}» يناسب الاحتياج`)
  expect(await alertOf(fresh).innerText()).toContain('توافق')
})

test('she opens a match, says why it does not fit, and shows interest in another', async () => {
  await alertOf(used).getByRole('heading').getByRole('link').click()
  await on(/\/matches\//)
  await wanjiru.getByText('غير مناسب…').click()
  await on(/\/matches\//)
  await wanjiru.getByLabel('سبقت تلبية الحاجة').check()
  await press('اعتبره غير مناسب')
  await wanjiru.waitForLoadState()
  await on(/\/matches\//)
  expect(await main()).toContain('قال طرفكم إنه غير مناسب.')
  expect(await main()).not.toContain('أبدِ اهتمامك')

  await follow('التوافقات')
  await on(/\/matches$/)
  await follow(fresh)
  await on(/\/matches\//)
  await press('أبدِ اهتمامك')
  await wanjiru.getByText('أبدى طرفكم اهتمامه وأُبلغ الطرف الآخر').waitFor()
  await on(/\/matches\//)
  expect(await main()).not.toContain(cast.boris.email)
})

test('she answers the offer that waits, and what she said stands there with its date', async () => {
  await follow('الردود')
  await on(/\/answers/)
  await wanjiru.getByRole('link', { name: new RegExp(`^الرد\\s*: ${pumps}$`) }).click()
  await on(/\/offers\//)
  await press('مهتمون')
  await on(/answer=given/)
  expect(await wanjiru.locator('#answers').innerText()).toContain('سُجّل ردّكم وأُبلغت الشركة.')
  await follow('الردود')
  await on(/\/answers/)
  expect(await main()).not.toContain(pumps)
  const [told] = (await cast.boris.api.get('/notifications')).body.items
  expect(told).toMatchObject({ kind: 'offer-answered' })
})

/**
 * What has the focus, and whether an eye finds it: on the screen, under nothing, with a ring. (The button inside a
 * field for a date shows the ring of the browser.)
 */
const focus = `(() => {
  const focused = document.activeElement
  const { top, bottom, left, right } = focused.getBoundingClientRect()
  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  const { outlineStyle, boxShadow } = getComputedStyle(focused)
  const ringed = focused.type === 'date' || outlineStyle !== 'none' || boxShadow !== 'none'
  return {
    name: focused.name || focused.id || focused.textContent.trim(),
    last: focused.value === 'publish',
    visible: ringed && left >= 0 && right <= innerWidth && focused.contains(seen),
  }
})()`

interface Focused {
  name: string
  last: boolean
  visible: boolean
}

test('by keyboard alone she passes every field of the form for a need and sees where she is', async () => {
  await wanjiru.goto('/needs/new')
  await on(/\/needs\/new/)
  await wanjiru.getByLabel('العنوان').fill('ثلاجات للقاحات')
  await wanjiru.locator('[data-draft-status]:not(:empty)').waitFor()
  const passed: Focused[] = []
  for (let step = 0; step < 150 && !passed.at(-1)?.last; step++) {
    await wanjiru.keyboard.press('Tab')
    passed.push(await wanjiru.evaluate<Focused>(focus))
  }
  expect(passed.filter(({ visible }) => !visible)).toEqual([])
  const names = passed.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['description', 'sdgs', 'urgency', 'act']))
})
