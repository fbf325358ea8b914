import compression from 'compression'
import express, { type Express } from 'express'
import { setUpCurrentAccount } from './accounts/current-account.ts'
import { apiRoutes } from './api/api-routes.ts'
import { healthRoutes } from './pages/health-routes.ts'
import { unsubscribing } from './notifications/unsubscribe-routes.ts'
import { paths } from './paths.ts'
import { siteRoutes } from './routes.ts'
import type { Services } from './services.ts'
import { setUpFormBody } from './web/body.ts'
import { setUpCsrf } from './web/csrf.ts'
import { notFound, showError } from './web/errors.ts'
import { setUpLanguage } from './web/language.ts'
import { setUpRequestLog } from './web/request-log.ts'
import { setUpSecurityHeaders } from './web/security.ts'
import { setUpStaticFiles } from './web/static-files.ts'
import { setUpViews } from './web/views.ts'

/** The life of a request, in order. */
export function createApp(services: Services): Express {
  const { config, translations } = services
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustedProxies)
  app.use(setUpRequestLog(services))
  app.use(healthRoutes(services))
  app.use(setUpSecurityHeaders({ secure: config.baseUrl.startsWith('https:') }))
  app.use(compression())
  app.use(setUpStaticFiles())
  setUpViews(app, services.views)
  app.use('/api/v1', apiRoutes(services))
  app.use(services.session)
  app.use(setUpFormBody())
  app.use(setUpCurrentAccount(services))
  app.use(setUpLanguage(translations, (req) => req.account?.language))
  app.use(paths.unsubscribe(), unsubscribing(services)) // its links carry their own key
  app.use(setUpCsrf())
  app.use(siteRoutes(services))
  app.use(notFound)
  app.use(showError(services))
  return app
}
