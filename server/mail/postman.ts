import type { TFunction } from 'i18next'
import type { Clock } from '../connections/clock.ts'
import type { Log } from '../connections/log.ts'
import { RefusedAddress, type MailServer, type Message } from '../connections/mail.ts'
import type { Letter, Mail } from './mail.ts'
import type { MailStore, WaitingMail } from './mail-store.ts'

interface PostmanServices {
  mails: MailStore
  /** `undefined` where none is configured: nothing leaves, all that would is logged */
  mailServer: MailServer | undefined
  /** the letter, or `null` where there is nothing left to say */
  write(mail: Mail, t: TFunction): Promise<Letter | null>
  translator(language: string): TFunction
  renderPartial(name: string, context: { language: string } & Record<string, unknown>): Promise<string>
  clock: Clock
  log: Log
  demo: boolean
}

/** What a crash left, and what rested after a failure, is found at the latest after this pause. */
const sweepMilliseconds = 2_000
const shortestPause = 30_000
const longestPause = 60 * 60_000
const givenUpAfter = 3 * 24 * 60 * 60_000

export type Postman = ReturnType<typeof createPostman>

/**
 * Sends the mails that wait, one after the other, again with growing pauses where the server fails. A crash between
 * sending and noting repeats that one mail under the same Message-ID.
 */
export function createPostman(services: PostmanServices) {
  const { mails, clock, log } = services
  let running = Promise.resolve()
  let asked = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  async function deliver(mail: WaitingMail): Promise<void> {
    const letter = await services.write(mail, services.translator(mail.language))
    if (!letter) return mails.end(mail.id, 'needless', clock.now())
    const message = await compose(mail, letter, services)
    if (services.mailServer) await services.mailServer.send(message)
    else noteInLog(message, services)
    const { subject, text } = message
    await mails.end(mail.id, 'sent', clock.now(), services.demo ? { subject, text } : undefined)
  }

  async function giveBack({ id, kind, createdAt, attempts }: WaitingMail, error: unknown): Promise<void> {
    const now = clock.now()
    const tooOld = now.getTime() - createdAt.getTime() > givenUpAfter
    if (tooOld || error instanceof RefusedAddress) {
      log.warn({ err: error, mail: id, kind }, 'a mail is given up')
      return mails.end(id, 'given-up', now)
    }
    log.warn({ err: error, mail: id, kind }, 'a mail could not be sent and is tried again later')
    const pause = Math.min(shortestPause * 2 ** (attempts - 1), longestPause)
    await mails.postpone(id, new Date(now.getTime() + pause))
  }

  async function work(): Promise<void> {
    asked = false
    for (let mail = await mails.claim(clock.now()); mail && !stopped; mail = await mails.claim(clock.now())) {
      const claimed = mail
      await deliver(claimed).catch((error: unknown) => giveBack(claimed, error))
    }
  }

  /** Looks for mails now; calls that come while it looks are answered by one more look. */
  function wake(): void {
    if (asked || stopped) return
    asked = true
    running = running.then(work).catch((error: unknown) => log.error({ err: error }, 'mailing failed'))
  }

  return {
    wake,

    /** Adds a mail, unless one of its id is there, and sends it as soon as may be. */
    async post(mail: Mail): Promise<void> {
      await mails.add(mail, clock.now())
      wake()
    },

    start(): void {
      timer = setInterval(wake, sweepMilliseconds)
      timer.unref()
      wake()
    },

    /** Resolves when everything that is due now was tried. */
    async settled(): Promise<void> {
      wake()
      await running
    },

    async stop(): Promise<void> {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

async function compose(
  { id, to, language }: Mail,
  letter: Letter,
  { renderPartial }: PostmanServices,
): Promise<Message> {
  const model = { ...letter, language }
  const [html, text] = await Promise.all([
    renderPartial('emails/letter', model),
    renderPartial('emails/letter-text', model),
  ])
  const { subject, oneClick } = letter
  return { id, to, subject, html, text: text.trim(), ...(oneClick && { unsubscribe: oneClick }) }
}

/** The text may hold the key of a link, so that only the demo, where everybody may read all, writes it down. */
function noteInLog({ to, subject, text }: Message, { log, demo }: PostmanServices): void {
  log.info(
    { mail: { to, subject, ...(demo && { text }) } },
    'SMTP_URL is not set: this mail goes no further than here',
  )
}
