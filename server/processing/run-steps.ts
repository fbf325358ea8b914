import type { Posting } from '../postings/posting.ts'
import type { Claimed, Inputs } from '../postings/posting-work.ts'
import type { StepServices } from './step-services.ts'

interface Steps<P> {
  /** What comes before the index; `null` where somebody changed the posting meanwhile. */
  prepare(work: Claimed<P>): Promise<Claimed<P> | null>
  /** Hands the postings to the index and resolves once they are sent; what it returns resolves on confirmation. */
  index(works: Claimed<P>[]): Promise<{ confirmed: Promise<void> }>
  match(work: Claimed<P>): Promise<void>
}

interface Store<P> {
  finish(tokens: string[], done: Inputs): Promise<void>
  postpone(work: Claimed<P>, now: Date): Promise<void>
}

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
        await store.postpone(work, services.clock.now())
      }
    }
    return results
  }

  const prepared = (await tryEach(claimed, steps.prepare)).filter((work) => work !== null)
  try {
    const { confirmed } = await steps.index(prepared)
    const awaited = prepared.filter(({ quiet }) => !quiet)
    await tryEach(awaited, steps.match)
    await confirmed
    await tryEach(prepared, steps.match)
  } catch (error) {
    services.log.warn({ err: error }, 'the index is out of reach; these postings are tried again later')
    for (const work of prepared) await store.postpone(work, services.clock.now())
    return
  }
  await store.finish([...new Set(claimed.map(({ token }) => token))], inputs)
}
