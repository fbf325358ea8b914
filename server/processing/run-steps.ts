import type { Posting } from '../postings/posting.ts'
import type { Claimed, Inputs } from '../postings/posting-work.ts'
import { problemIn } from '../records/problem-in.ts'
import type { StepServices } from './step-services.ts'

interface Steps<P> {
  /** What comes before the index; `null` where somebody changed the posting meanwhile. */
  prepare(work: Claimed<P>): Promise<Claimed<P> | null>
  /** Hands the postings to the index and resolves once they are sent; what it returns resolves on confirmation. */
  index(works: Claimed<P>[]): Promise<{ confirmed: Promise<void> }>
  /** Matches with what the index holds now, leaving aside what was considered before; returns all considered by then. */
  match(work: Claimed<P>, considered: ReadonlySet<string>): Promise<ReadonlySet<string>>
  /** Tells whoever asked for what the index now holds. */
  tell(work: Claimed<P>): Promise<void>
}

interface Store<P> {
  renew(tokens: string[], now: Date): Promise<void>
  finish(tokens: string[], done: Inputs, now: Date): Promise<void>
  postpone(work: Claimed<P>, now: Date, problem: string): Promise<void>
}

/** Well within a lease, so that work that takes long is not taken for the work of a dead process. */
const heartbeatMilliseconds = 5_000

/**
 * Runs the steps for a claimed batch. A posting is matched at once and again after the index has confirmed it, so
 * that an offer and a need that are processed at the same moment do not miss one another; nobody waits for those of
 * an import, for which the second time is enough. A posting whose step fails is tried again later; the others go on.
 */
export async function runSteps<P extends Posting>(
  claimed: Claimed<P>[],
  store: Store<P>,
  services: StepServices,
  inputs: Inputs,
  steps: Steps<P>,
): Promise<void> {
  const tryEach = async <R>(works: Claimed<P>[], step: (work: Claimed<P>) => Promise<R>): Promise<R[]> => {
    const results: R[] = []
    for (const work of works) {
      try {
        results.push(await step(work))
      } catch (error) {
        services.log.warn({ err: error, posting: work.posting.id }, 'a step failed and is tried again later')
        await store.postpone(work, services.clock.now(), problemIn(error))
      }
    }
    return results
  }

  const considered = new Map<string, ReadonlySet<string>>()
  const match = async (work: Claimed<P>) => {
    const { id } = work.posting
    considered.set(id, await steps.match(work, considered.get(id) ?? new Set()))
  }

  const tokens = [...new Set(claimed.map(({ token }) => token))]
  const renew = () => {
    store
      .renew(tokens, services.clock.now())
      .catch((error: unknown) => services.log.warn({ err: error }, 'no renewal'))
  }
  const heartbeat = setInterval(renew, heartbeatMilliseconds)
  const prepared = (await tryEach(claimed, steps.prepare)).filter((work) => work !== null)
  try {
    const { confirmed } = await steps.index(prepared)
    const awaited = prepared.filter(({ quiet }) => !quiet)
    await tryEach(awaited, match)
    await confirmed
    await tryEach(prepared, match)
    await tryEach(awaited, steps.tell)
  } catch (error) {
    services.log.warn({ err: error }, 'the index is out of reach; these postings are tried again later')
    const now = services.clock.now()
    for (const work of prepared) await store.postpone(work, now, problemIn(error))
    return
  } finally {
    clearInterval(heartbeat)
  }
  await store.finish(tokens, inputs, services.clock.now())
}
