import type { Clock } from '../connections/clock.ts'
import type { IndexStateStore } from './index-state-store.ts'

/** Another process holds the lease now. */
export class LeaseLost extends Error {}

const renewalMilliseconds = 4_000

/**
 * Does something that only one process at a time may do to an index; `null` where another one is at it. The work asks
 * `check` before every step that would harm the other's.
 */
export async function withLease<T>(
  uid: string,
  { states, clock }: { states: IndexStateStore; clock: Clock },
  work: (check: () => void) => Promise<T>,
): Promise<T | null> {
  const token = await states.lease(uid, clock.now())
  if (!token) return null
  let lost = false
  const renew = async () => {
    lost ||= !(await states.renew(uid, token, clock.now()))
  }
  const heartbeat = setInterval(() => void renew().catch(() => {}), renewalMilliseconds)
  try {
    return await work(() => {
      if (lost) throw new LeaseLost(`Another process works on the index ${uid}`)
    })
  } finally {
    clearInterval(heartbeat)
    await states.release(uid, token)
  }
}
