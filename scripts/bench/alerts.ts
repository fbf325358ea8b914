import { io, type Socket } from 'socket.io-client'
import { timed } from './figures.ts'
import type { Site } from './site.ts'
import { counties, needOn, offerOn, subjects } from './subjects.ts'

const patience = 15_000

/**
 * From the moment an offer's POST is sent until the office in Kenya has its alert on the socket, in milliseconds, one
 * after the other. `between` runs before each.
 */
export async function alertTimes(site: Site, between: () => Promise<void>): Promise<number[]> {
  const office = await site.tokenOf('office@demo.example')
  const company = await site.tokenOf('company@demo.example')
  for (const subject of subjects) await site.post('needs', office, needOn(subject))
  const ear = await listen(site.url, office)
  const times: number[] = []
  for (const [lot, county] of counties.entries()) {
    for (const subject of subjects) {
      await between()
      times.push(await timed(() => ear.alertOf(site.post('offers', company, offerOn(subject, county, lot)))))
    }
  }
  ear.close()
  return times
}

/** Alerts that have come by the offer that they tell of; an alert may be quicker than the answer to the POST. */
async function listen(url: string, token: string) {
  const heard = new Set<string>()
  const waiting = new Map<string, () => void>()
  const socket: Socket = io(url, { auth: { token }, transports: ['websocket'] })
  socket.on('notification', ({ offerId }: { offerId?: string }) => {
    heard.add(offerId ?? '')
    waiting.get(offerId ?? '')?.()
  })
  await new Promise<void>((done, fail) => {
    socket.once('connect', done)
    socket.once('connect_error', fail)
  })
  return {
    async alertOf(posted: Promise<string>): Promise<void> {
      const id = await posted
      if (heard.has(id)) return
      await new Promise<void>((done, fail) => {
        const late = setTimeout(() => fail(new Error(`No alert of offer ${id} came`)), patience)
        waiting.set(id, () => {
          clearTimeout(late)
          done()
        })
      })
    },
    close: () => socket.close(),
  }
}
