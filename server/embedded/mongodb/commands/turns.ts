import { keepingTime } from '../collections/work.ts'
import { refuse } from '../errors.ts'
import type { Request } from './request.ts'

/** Milliseconds that a command may have the thread before others get their turn. */
const slice = 5
/** Milliseconds that one has at least where many begin at once. */
const shortest = 0.5

/** A command's share of the thread. */
export interface Turn {
  isOver(): boolean
  /** Resolves when it is this command's turn again. Refuses to go on for a client that left. */
  next(): Promise<void>
  /** Whether others wait, too. */
  isShared(): boolean
}

const waiting: (() => void)[] = []

/** One of those that wait goes on, then the event loop looks after everybody else. */
function wakeNext(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(wakeNext)
}

/** When those that begin in this round of the event loop are over, together. */
let roundEnd: number | undefined

function firstEnd(): number {
  const now = performance.now()
  if (roundEnd === undefined) setImmediate(() => (roundEnd = undefined))
  roundEnd ??= now + slice
  return Math.max(roundEnd, now + shortest)
}

/** Begins a turn of a command whose client has left where `isGone` says so. */
export function takeTurn(isGone: () => boolean): Turn {
  let end = firstEnd()
  return {
    isOver: () => performance.now() > end,
    isShared: () => waiting.length > 0,
    next: async () => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        if (waiting.length === 1) setImmediate(wakeNext)
      })
      if (isGone()) refuse('ClientDisconnect', 'operation was interrupted')
      end = performance.now() + slice
    },
  }
}

/** Runs all steps of a command, giving way to others now and then. */
export async function inTurns<T>(
  { isGone }: Request,
  steps: Iterable<T>,
  each: (step: T) => void,
): Promise<void> {
  const turn = takeTurn(isGone)
  const items = keepingTime(steps[Symbol.iterator]())
  for (let item = items.next(); !item.done; item = items.next()) {
    each(item.value)
    if (turn.isOver()) await turn.next()
  }
}
