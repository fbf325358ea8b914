import express, { Router } from 'express'
import session from 'express-session'
import pino from 'pino'
import { setUpFormBody, setUpJsonBody } from '../../../server/web/body.ts'
import { setUpCsrf } from '../../../server/web/csrf.ts'
import { notFound, showError } from '../../../server/web/errors.ts'
import { createTranslations } from '../../../server/web/i18n.ts'
import { setUpLanguage } from '../../../server/web/language.ts'
import { setUpRequestLog } from '../../../server/web/request-log.ts'
import { setUpSecurityHeaders } from '../../../server/web/security.ts'
import { setUpStaticFiles } from '../../../server/web/static-files.ts'
import { createViews, setUpViews } from '../../../server/web/views.ts'

/** The pieces of `server/web` put together with nothing behind them; sessions stay in memory. */
export async function createSite(routes: (router: Router) => Router, logLines: string[] = []) {
  const translations = await createTranslations()
  const log = pino({ level: 'info' }, { write: (line: string) => void logLines.push(line) })
  const app = express()
  setUpViews(app, createViews(translations))
  app.use(setUpRequestLog({ log }), setUpSecurityHeaders({ secure: false }), setUpStaticFiles())
  app.use(session({ secret: 'only for tests', resave: false, saveUninitialized: false }))
  app.use(setUpJsonBody(), setUpFormBody(), setUpCsrf())
  app.use(setUpLanguage(translations, () => undefined))
  app.use(routes(Router()), notFound, showError({ log }))
  return app
}
