import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { tooMany } from './problem.ts'

const duration = 15 * 60

export interface SignInThrottle {
  /** Counts an attempt before the password is looked at; throws `too-many-requests` with the time to wait. */
  admit(email: string, address: string): Promise<void>
  /** Takes the attempt back: a right password is no attack. */
  forgive(email: string, address: string): Promise<void>
}

/**
 * Ten wrong passwords for one e-mail address, or a hundred from one network address, in a quarter of an hour.
 * Counted in memory: each process has its own count, and a restart forgets it.
 */
export function createSignInThrottle(): SignInThrottle {
  const byEmail = new RateLimiterMemory({ points: 10, duration })
  const byAddress = new RateLimiterMemory({ points: 100, duration })
  return {
    async admit(email, address) {
      await consume(byAddress, address)
      await consume(byEmail, keyOf(email))
    },
    async forgive(email, address) {
      await Promise.all([byEmail.delete(keyOf(email)), byAddress.reward(address)])
    },
  }
}

export interface Throttle {
  /** Counts one more from `key`; throws `too-many-requests` with the time to wait. */
  admit(key: string): Promise<void>
}

/** So many from one key in so many seconds, counted in the memory of this process. */
export function createThrottle(points: number, seconds: number): Throttle {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return { admit: (key) => consume(limiter, key) }
}

const keyOf = (email: string) => email.trim().toLowerCase().slice(0, 254)

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw tooMany(refusal.msBeforeNext)
    throw refusal
  }
}
