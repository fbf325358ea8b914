import type { Connection } from 'mongoose'
import { answerStore } from './answers/answer-store.ts'
import { accountStore } from './accounts/account-store.ts'
import { tokenStore } from './accounts/token-store.ts'
import { createPassport } from './accounts/sign-in.ts'
import type { Config } from './config.ts'
import type { TravellingClock } from './connections/clock.ts'
import { createLive } from './connections/live.ts'
import type { MailServer } from './connections/mail.ts'
import type { Bell } from './connections/redis.ts'
import type { Log } from './connections/log.ts'
import type { SearchServer } from './connections/search.ts'
import { createExportThrottle } from './exports/export-throttle.ts'
import { createHealth } from './connections/health.ts'
import { indexStateStore } from './indexing/index-state-store.ts'
import { keepIndexes } from './indexing/keep-indexes.ts'
import { letterInWords } from './mail/letter-words.ts'
import { createLinkKeys } from './mail/link-keys.ts'
import { mailStore } from './mail/mail-store.ts'
import { createPostman } from './mail/postman.ts'
import { introductionStore } from './introductions/introduction-store.ts'
import { createMessagePush } from './introductions/messages/message-push.ts'
import { messageStore } from './introductions/messages/message-store.ts'
import { readingStore } from './introductions/messages/reading-store.ts'
import { questionStore } from './introductions/questions/question-store.ts'
import { matchStore } from './matching/match-store.ts'
import { alertRuleStore } from './notifications/alert-rule-store.ts'
import { sentence } from './matching/sentence.ts'
import { needStore } from './needs/need-store.ts'
import { notificationStore } from './notifications/notification-store.ts'
import { createNotifyMatches } from './notifications/notify-matches.ts'
import { createMailUnread } from './notifications/mail-unread.ts'
import { newsLetter } from './notifications/news-letter.ts'
import { createNotify } from './notifications/notify.ts'
import { createPush } from './notifications/push.ts'
import { offerStore } from './offers/offer-store.ts'
import { organisationStore } from './organisations/organisation-store.ts'
import { postingKinds } from './processing/posting-index.ts'
import { partnershipStore } from './partnerships/partnership-store.ts'
import { publicOrganisations as createPublicOrganisations } from './partnerships/public-organisations.ts'
import { registerKinds } from './processing/register-kinds.ts'
import { createForesee } from './processing/foresee.ts'
import { createProcessing } from './processing/processing.ts'
import { invitationStore } from './registration/invitation-store.ts'
import { registrationStore } from './registration/registration-store.ts'
import { auditStore } from './records/audit-store.ts'
import { outbox as createOutbox } from './records/outbox.ts'
import { watchlistStore } from './screening/watchlist-store.ts'
import { figuresStore } from './statistics/figures-store.ts'
import { createTranslations } from './web/i18n.ts'
import { setUpSession } from './web/session.ts'
import { createSignInThrottle } from './web/throttle.ts'
import { createViews } from './web/views.ts'

/** What is connected before the services can be made. */
export interface Connections {
  config: Config
  connection: Connection
  searchServer: SearchServer
  bell: Bell
  mailServer: MailServer | undefined
  log: Log
  clock: TravellingClock
}

export type Services = Awaited<ReturnType<typeof createServices>>

/** The wiring: every part of the application, made once, in the order in which they need one another. */
export async function createServices(connections: Connections) {
  const { config, connection, searchServer, bell, mailServer, log, clock } = connections
  const search = searchServer.searching
  const organisations = organisationStore(connection)
  const accounts = accountStore(connection, organisations)
  const tokens = tokenStore(connection)
  const offers = offerStore(connection)
  const needs = needStore(connection)
  const partnerships = partnershipStore(connection)
  const matches = matchStore(connection)
  const talks = {
    introductions: introductionStore(connection),
    messages: messageStore(connection),
    readings: readingStore(connection),
    questions: questionStore(connection),
  }
  const answers = answerStore(connection)
  const notifications = notificationStore(connection)
  const alertRules = alertRuleStore(connection)
  const audits = auditStore(connection)
  const watchlists = watchlistStore(connection)
  const outbox = createOutbox(connection)

  const translations = await createTranslations()
  const views = createViews(translations)
  const live = createLive()
  const mails = mailStore(connection)
  const registrations = registrationStore(connection)
  const invitations = invitationStore(connection)
  const keys = createLinkKeys(config.sessionSecret)
  const { baseUrl, demo } = config
  const news = { notifications, accounts, offers, needs, say: sentence, keys, baseUrl, clock }
  const postman = createPostman({
    ...{ mails, mailServer, clock, log, demo, ...translations, renderPartial: views.renderPartial },
    write: async (mail, t) =>
      mail.kind === 'news' ? newsLetter(mail, t, news) : letterInWords(mail, { keys, baseUrl, t }),
  })
  const inboxes = { notifications, accounts, offers, needs, say: sentence, clock, log, live }
  const shown = { ...inboxes, ...translations, renderPartial: views.renderPartial }
  const conversations = createMessagePush({ ...shown, ...talks, matches, organisations })
  const push = createPush({ ...shown, alsoFollow: conversations.follow })
  const directory = { accounts, organisations, offers, needs }
  bell.onRing(push.wake)
  const ring = () => {
    push.wake()
    bell.ring()
  }
  const notify = createNotify(directory, notifications, ring)
  const notifyMatches = createNotifyMatches({ ...directory, alertRules, notifications }, ring)
  const publicOrganisations = createPublicOrganisations({ ...directory, partnerships, clock })
  const registers = { partnerships, publicOrganisations }
  const kinds = [...postingKinds(directory), ...registerKinds({ organisations, partnerships })]
  const wake = () => processing.wake()
  const indexing = keepIndexes({
    ...{ server: searchServer, kinds, states: indexStateStore(connection) },
    ...{ clock, log, wake },
  })
  const known = { ...directory, matches, answers, alertRules, watchlists }
  const steps = { ...known, ...registers, search, indexing, notify, notifyMatches, clock, log }
  const foresee = createForesee(steps)
  const entry = { ...{ postman, registrations, invitations }, ...directory }
  const processing = createProcessing({ ...steps, ...entry, ...talks, outbox, audits })
  const mendIndex = indexing.repair
  const mailUnread = createMailUnread({ accounts, notifications, wake, clock, log })

  return {
    ...connections,
    ...directory,
    ...talks,
    ring,
    ...{ search, indexing },
    ...{ tokens, matches, answers, notifications, alertRules, audits, watchlists, outbox },
    ...{ translations, views, live, say: sentence, push, notify, processing, foresee, mendIndex },
    ...registers,
    ...{ mails, keys, postman, mailUnread, registrations, invitations },
    /** only where nothing leaves may everybody read everything */
    hasOutbox: demo && !mailServer,
    session: setUpSession({
      client: connection.getClient(),
      dbName: connection.name,
      secret: config.sessionSecret(),
      secure: config.baseUrl.startsWith('https:'),
    }),
    passport: createPassport(accounts),
    throttle: createSignInThrottle(),
    exportThrottle: createExportThrottle(),
    figures: figuresStore(connection),
    health: createHealth(connection, search, indexing.isUp),
  }
}
