import { Router } from 'express'
import { passwordResetRoutes } from './accounts/password-reset-routes.ts'
import { signInRoutes } from './accounts/sign-in-routes.ts'
import { adminRoutes } from './admin/admin-routes.ts'
import { answerDeskRoutes, answerRoutes } from './answers/answer-routes.ts'
import { searchExportRoutes } from './api/export-routes.ts'
import { needRoutes } from './needs/need-routes.ts'
import { countryRoutes } from './countries/country-routes.ts'
import { alertRuleRoutes } from './notifications/alert-rule-routes.ts'
import { alertRoutes } from './notifications/alert-routes.ts'
import { unsubscribePage } from './notifications/unsubscribe-routes.ts'
import { offerRoutes } from './offers/offer-routes.ts'
import { accountRoutes } from './pages/account-routes.ts'
import { entityRoutes } from './pages/entity-routes.ts'
import { homeRoutes } from './pages/home-routes.ts'
import { introductionRoutes } from './pages/introduction-routes.ts'
import { howItWorksRoutes } from './pages/how-it-works-routes.ts'
import { matchRoutes } from './pages/match-routes.ts'
import { needPageRoutes } from './pages/need-routes.ts'
import { offerPageRoutes } from './pages/offer-routes.ts'
import { ownAccountRoutes } from './pages/own-account-routes.ts'
import { organisationRoutes } from './pages/organisation-routes.ts'
import { outboxRoutes } from './pages/outbox-routes.ts'
import { partnershipRoutes } from './pages/partnership-routes.ts'
import { reservationRoutes } from './reservations/reservation-routes.ts'
import { screeningRoutes } from './screening/screening-routes.ts'
import { confirmationRoutes } from './registration/confirmation-routes.ts'
import { invitationRoutes } from './registration/invitation-routes.ts'
import { peopleRoutes } from './registration/people-routes.ts'
import { profileRoutes } from './registration/profile/profile-routes.ts'
import { registrationRoutes } from './registration/registration-routes.ts'
import type { Services } from './services.ts'
import { askingRoutes, questionRoutes } from './pages/question-routes.ts'
import { may, signedIn, staff } from './accounts/guards.ts'
import { statisticsRoutes } from './statistics/statistics-routes.ts'

/** The site map, with the permission that each area needs; what is open to all says so. */
export function siteRoutes(services: Services): Router {
  const site = Router()
  site.use('/', homeRoutes(services)) // open to all
  site.use('/', howItWorksRoutes(services)) // open to all
  site.use('/', signInRoutes(services)) // open to all
  site.use('/register/confirmation', confirmationRoutes(services)) // open to whoever has the link of a mail
  site.use('/register', registrationRoutes(services)) // open to all
  site.use('/password-reset', passwordResetRoutes(services)) // open to all
  site.use('/', searchExportRoutes(services)) // open to all, as the listings are
  site.use('/offers', offerRoutes(services), offerPageRoutes(services)) // reading is open to all, writing asks for postOffers
  site.use('/needs', needRoutes(services), needPageRoutes(services), askingRoutes(services)) // reading is open to all, writing asks for postNeeds
  site.use('/offers', answerRoutes(services)) // asks for answerOffers
  site.use('/answers', signedIn, answerDeskRoutes(services)) // asks for answerOffers
  site.use('/organisations/:id/people', signedIn, peopleRoutes(services)) // the own people; managers change them
  site.use('/organisations/:id/profile', signedIn, profileRoutes(services)) // its managers
  site.use('/unsubscribe', unsubscribePage(services)) // open to whoever has the link of a mail
  site.use('/invitation', invitationRoutes(services)) // open to whoever has the link of a mail
  site.use('/organisations', organisationRoutes(services)) // open to all
  site.use('/partnerships', partnershipRoutes(services)) // open to all
  site.use('/entities', entityRoutes(services)) // open to all
  site.use('/countries', countryRoutes(services)) // open to all
  site.use('/', statisticsRoutes(services)) // open to all
  site.use('/matches', signedIn, matchRoutes(services), reservationRoutes(services))
  site.use('/introductions', signedIn, introductionRoutes(services)) // members of both sides
  site.use('/questions', signedIn, questionRoutes(services)) // those who answer for the need
  site.use('/alerts/rules', signedIn, alertRuleRoutes(services)) // a rule about offers asks for the UN side
  site.use('/alerts', signedIn, alertRoutes(services))
  site.use('/screening', staff, screeningRoutes(services)) // staff may look, deciding asks for screen
  site.use('/outbox', outboxRoutes(services)) // open to all, in a demo that sends no mail
  site.use('/admin', may('administer'), adminRoutes(services))
  site.use('/account', signedIn, accountRoutes(services), ownAccountRoutes(services))
  return site
}
