import { createTransport } from 'nodemailer'

/** A mail as it leaves. */
export interface Message {
  /** also its Message-ID, so that one that goes twice is known for the same */
  id: string
  to: string
  subject: string
  text: string
  html: string
  /** address that ends mails of its kind with one click (RFC 8058) */
  unsubscribe?: string
}

export interface MailServer {
  /** Resolves when the server has taken it; throws `RefusedAddress` where it never will. */
  send(message: Message): Promise<void>
}

/** The server takes nothing for this address, now or later. */
export class RefusedAddress extends Error {}

const patienceMilliseconds = 20_000

/** `from` is the sender's address; its domain is also that of the Message-IDs. */
export function connectMail(url: string, from: string): MailServer {
  const limits = {
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
  }
  const transport = createTransport({ url, ...limits })
  const domain = from.split('@').at(-1)
  return {
    async send({ id, unsubscribe, ...message }) {
      const envelope = { from: { name: 'Concord', address: from }, messageId: `<${id}@${domain}>` }
      const headers = { 'Auto-Submitted': 'auto-generated', ...(unsubscribe && unsubscribing(unsubscribe)) }
      await transport.sendMail({ ...message, ...envelope, headers }).catch((error: unknown) => {
        throw isRefusal(error) ? new RefusedAddress('The mail server refuses the address') : error
      })
    },
  }
}

const unsubscribing = (address: string) => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'EENVELOPE' &&
  'responseCode' in error &&
  Number(error.responseCode) >= 500
