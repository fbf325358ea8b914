import { createClient } from 'redis'
import type { Log } from './log.ts'

const channel = 'concord:inbox'

/** Tells the other processes of the site that something came into the inbox. */
export interface Bell {
  ring(): void
  onRing(listen: () => void): void
  close(): Promise<void>
}

/** Without Redis each process looks for itself every two seconds. */
export const noBell: Bell = { ring: () => {}, onRing: () => {}, close: async () => {} }

/** Only a hint goes through Redis: the inbox is the truth, so a lost message costs two seconds and no alert. */
export async function connectBell(url: string, log: Log): Promise<Bell> {
  const ringing = createClient({ url })
  const listening = ringing.duplicate()
  const note = (error: unknown) => log.warn({ err: error }, 'Redis does not answer')
  ringing.on('error', note)
  listening.on('error', note)
  await Promise.all([ringing.connect(), listening.connect()])
  return {
    ring: () => void ringing.publish(channel, '').catch(note),
    onRing: (listen) => void listening.subscribe(channel, listen).catch(note),
    async close() {
      await Promise.all([ringing.close(), listening.close()])
    },
  }
}
