import type { Clock } from '../connections/clock.ts'
import type { Log } from '../connections/log.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { nextBatchSize } from './batch-size.ts'
import { drainEffects, type DrainServices } from './drain-effects.ts'
import { indexRegisters, type RegisterServices } from './index-registers.ts'
import { lookAtPromises } from './look-at-promises.ts'
import { lookAtPostings } from './look-at-postings.ts'
import { needInputs, offerInputs } from './inputs.ts'
import { remindOfAnswers } from './remind-of-answers.ts'
import { processNeeds } from './process-needs.ts'
import { processOffers } from './process-offers.ts'
import type { StepServices } from './step-services.ts'

export interface ProcessingServices extends DrainServices, StepServices, RegisterServices {
  offers: OfferStore
  needs: NeedStore
  clock: Clock
  log: Log
}

/** What a crash left, and what became due by itself, is found at the latest after this pause. */
const sweepMilliseconds = 2_000
const batch = 50
const firstQuietBatch = 25

/**
 * Moves postings on: whatever is due is screened, indexed, matched and told, until nothing is due. Organisations and
 * partnerships follow, whose search entries depend on them.
 */
export function createProcessing(services: ProcessingServices) {
  const { offers, needs, clock, log } = services
  let quietBatch = firstQuietBatch
  let running = Promise.resolve()
  let asked = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  /** `true` if there was anything to do. */
  async function round(): Promise<boolean> {
    const looked = await lookAtPostings(services)
    const reminded = await remindOfAnswers(services)
    const promised = await lookAtPromises(services)
    const effects = await drainEffects(services, clock.now())
    const posted = await processDue(false, batch)
    const imported = posted > 0 ? 0 : await processImported()
    const registered = await indexRegisters(services)
    return looked + reminded + promised + effects + posted + imported + registered > 0
  }

  async function processImported(): Promise<number> {
    const started = performance.now()
    const done = await processDue(true, quietBatch)
    if (done >= quietBatch) quietBatch = nextBatchSize(quietBatch, performance.now() - started)
    return done
  }

  async function processDue(quiet: boolean, limit: number): Promise<number> {
    const claimedOffers = await offers.claim(clock.now(), limit, quiet)
    await processOffers(claimedOffers, services)
    const claimedNeeds = await needs.claim(clock.now(), limit, quiet)
    await processNeeds(claimedNeeds, services)
    return claimedOffers.length + claimedNeeds.length
  }

  async function work(): Promise<void> {
    asked = false
    while (!stopped && (await round())) continue
  }

  /** Starts a run, or asks the one that is under way to look once more before it ends. */
  function wake(): void {
    if (asked || stopped) return
    asked = true
    running = running.then(work).catch((error: unknown) => log.error({ err: error }, 'processing failed'))
  }

  return {
    wake,

    /** Also makes due what was processed with older rules, watchlists or vocabularies. */
    async start(): Promise<void> {
      await offers.markStale(offerInputs(await services.watchlists.current()), clock.now())
      await needs.markStale(needInputs(), clock.now())
      await offers.markUnlooked(clock.now())
      await needs.markUnlooked(clock.now())
      await services.organisations.work.markNew(clock.now())
      timer = setInterval(wake, sweepMilliseconds)
      timer.unref()
      wake()
    },

    /** Resolves when everything that is due now has been dealt with. */
    async settled(): Promise<void> {
      wake()
      await running
    },

    async stop(): Promise<void> {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
