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
export function connectBell(url: string, log: Log): Bell {
  const ringing = createClient({ url })
  const listening = ringing.duplicate()
  let noted = false
  const note = (error: unknown) => {
    if (!noted) log.warn({ err: error }, 'Redis does not answer; it is tried again and again')
    noted = true
  }
  for (const client of [ringing, listening]) {
    client.on('error', note).on('ready', () => {
      noted = false
    })
    client.connect().catch(note)
  }
  return {
    ring: () => void (ringing.isReady && ringing.publish(channel, '').catch(note)),
    onRing: (listen) => void listening.subscribe(channel, listen).catch(note),
    async close() {
      ringing.destroy()
      listening.destroy()
    },
  }
}
