import { refuse } from '../errors.ts'

/** What a scan has looked at. */
export interface Work {
  keys: number
  documents: number
}

let deadline = Infinity
let sinceLook = 0

/** Entries after which the clock is looked at. */
const looksEvery = 64

/** Refuses with MaxTimeMSExpired where the time of what runs now is over. */
export function refuseLate(): void {
  if (deadline === Infinity || ++sinceLook % looksEvery !== 0) return
  if (performance.now() > deadline) refuse('MaxTimeMSExpired', 'operation exceeded time limit')
}

/** Runs `work` with so many milliseconds for its scans; they are not stopped between two of their steps. */
export function within<T>(milliseconds: number | undefined, work: () => T): T {
  if (milliseconds === undefined) return work()
  deadline = performance.now() + milliseconds
  try {
    return work()
  } finally {
    deadline = Infinity
  }
}

/** The same items, with what is left of the time that runs now for all of them together, idle time not counted. */
export function keepingTime<T>(items: Iterator<T>): Iterator<T> {
  if (deadline === Infinity) return items
  let left = deadline - performance.now()
  return {
    next: () => {
      const start = performance.now()
      const result = deadline === Infinity ? within(left, () => items.next()) : items.next()
      left -= performance.now() - start
      return result
    },
    return: () => items.return?.() ?? { done: true, value: undefined },
  }
}
