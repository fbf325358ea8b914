import { expect, test } from '@jest/globals'
import express from 'express'
import request from 'supertest'
import { createTranslations } from '../../server/web/i18n.ts'
import { setUpLanguage } from '../../server/web/language.ts'

const translations = await createTranslations()

function siteFor(preferred?: string) {
  const app = express()
  app.use(setUpLanguage(translations, () => preferred))
  return app.get(
    '/',
    (req, res) => void res.send(`${req.language} ${res.locals.direction} ${req.t('state.open')}`),
  )
}

test.each([
  ['the address', { query: 'fr', cookie: 'ar', account: 'ar', browser: 'ar' }, 'fr ltr Ouvert'],
  [
    'then the choice made before',
    { query: 'xx', cookie: 'ar', account: 'fr', browser: 'fr' },
    'ar rtl مفتوح',
  ],
  ['then the account', { query: '', cookie: 'xx', account: 'fr', browser: 'ar' }, 'fr ltr Ouvert'],
  [
    'then the browser',
    { query: '', cookie: '', account: undefined, browser: 'zh, ar-EG;q=0.8, en;q=0.5' },
    'ar rtl مفتوح',
  ],
  ['then English', { query: '__proto__', cookie: '', account: 'zh', browser: 'zh' }, 'en ltr Open'],
])('%s decides', async (_who, { query, cookie, account, browser }, expected) => {
  const asked = request(siteFor(account)).get('/').query({ lang: query }).set('Cookie', `a=b; lang=${cookie}`)
  const answer = await asked.set('Accept-Language', browser)
  expect(answer.text).toBe(expected)
  expect(answer.headers['content-language']).toBe(expected.slice(0, 2))
})

test('a choice in the address is remembered, an unknown one is not', async () => {
  const visitor = request.agent(siteFor())
  await visitor.get('/?lang=ar')
  expect((await visitor.get('/')).text).toBe('ar rtl مفتوح')
  await visitor.get('/?lang=de')
  expect((await visitor.get('/?lang[a]=fr')).text).toBe('ar rtl مفتوح')
})
