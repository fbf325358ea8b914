import { Router } from 'express'
import type { MailStore, ShownMail } from '../mail/mail-store.ts'
import { directionOf } from '../web/i18n.ts'
import { notFoundProblem } from '../web/problem.ts'

interface OutboxServices {
  mails: MailStore
  hasOutbox: boolean
}

const mostShown = 50

/** The mails of a demo that sends none, open to all: how a newcomer gets at the link that confirms an address. */
export const outboxRoutes = ({ mails, hasOutbox }: OutboxServices): Router =>
  Router().get('/', async (req, res) => {
    if (!hasOutbox) throw notFoundProblem()
    res.set('Cache-Control', 'no-store')
    res.render('mail/outbox', {
      title: req.t('mail:outbox.title'),
      mails: (await mails.shown(mostShown)).map(toRow),
    })
  })

const toRow = ({ to, language, endedAt, shown: { subject, text } }: ShownMail) => ({
  ...{ to, subject, language, at: endedAt, direction: directionOf(language) },
  parts: text.split(/(https?:\/\/\S+)/).map((part, index) => ({ text: part, href: index % 2 === 1 && part })),
})
