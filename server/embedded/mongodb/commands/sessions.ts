import { refuse } from '../errors.ts'

/** Minutes after which a session that nobody uses ends, as `hello` tells. */
export const sessionMinutes = 30
const mostSessions = 100_000

/** When each session was used last. A session begins by being named. */
export interface Sessions {
  touch(session: string, now: number): void
  end(session: string): void
  /** Each with the moment of its last use, in milliseconds since 1970. */
  all(): Iterable<[string, number]>
  /** Forgets those that nobody used for half an hour, and gives them. */
  expire(now: number): Set<string>
}

export function createSessions(): Sessions {
  const lastUsed = new Map<string, number>()
  return {
    touch: (session, now) => {
      if (lastUsed.size >= mostSessions && !lastUsed.has(session))
        refuse(
          'TooManyLogicalSessions',
          'Unable to add session into the cache: there are too many active sessions',
        )
      lastUsed.set(session, now)
    },
    end: (session) => void lastUsed.delete(session),
    all: () => lastUsed.entries(),
    expire: (now) => {
      const over = [...lastUsed].filter(([, used]) => now - used > sessionMinutes * 60_000)
      for (const [session] of over) lastUsed.delete(session)
      return new Set(over.map(([session]) => session))
    },
  }
}
