import type { Log } from '../connections/log.ts'
import { isAway } from '../connections/search-errors.ts'

interface Watch {
  /** asks the search server whether it is well, and does what there is to do; throws where either fails */
  look(): Promise<void>
  onAway(): void
  /** the server was away, and a look went well */
  onBack(): Promise<void>
  onFailure(error: unknown): Promise<void>
  log: Log
}

const sweepMilliseconds = 20_000
const shortestPause = 500
const longestPause = 15_000

/**
 * Looks after the search server every twenty seconds, and with growing pauses while it fails. Whoever writes to it
 * asks here whether it is up, so that nobody waits for an answer that is known not to come.
 */
export function watchSearch({ look, onAway, onBack, onFailure, log }: Watch) {
  let up = false
  let failures = 0
  let stopped = false
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  async function lookOnce(): Promise<void> {
    try {
      await look()
      failures = 0
      if (!up) {
        up = true
        log.info('the search server is back')
        await onBack()
      }
    } catch (error) {
      failures++
      noteWrong(error)
      await onFailure(error).catch(() => {})
    }
    lookIn(failures === 0 ? sweepMilliseconds : Math.min(longestPause, shortestPause * 2 ** failures))
  }

  function noteWrong(error: unknown): void {
    if (!isAway(error))
      return log.error({ err: error }, 'an index could not be looked after; it is tried again')
    if (!up) return
    log.warn({ err: error }, 'the search server is away')
    up = false
    onAway()
  }

  function lookIn(milliseconds: number): void {
    clearTimeout(timer)
    if (stopped) return
    timer = setTimeout(() => void lookNow(), milliseconds)
    timer.unref()
  }

  function lookNow(): Promise<void> {
    clearTimeout(timer)
    looking = looking.then(lookOnce)
    return looking
  }

  return {
    isUp: (): boolean => up,
    lookNow,

    /** Begins to look after it, once the first look has been had. */
    begin(isUp: boolean): void {
      up = isUp
      if (!up) onAway()
      lookIn(isUp ? sweepMilliseconds : shortestPause)
    },

    /** Of somebody's own request: the server may be away, or an index gone. It is looked into soon. */
    note(error: unknown): void {
      if (isAway(error)) noteWrong(error)
      lookIn(shortestPause)
    },

    async stop(): Promise<void> {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}
