import { z } from 'zod'
import type { Account } from '../accounts/account.ts'
import type { Clock } from '../connections/clock.ts'
import { matchesFor, type SeenMatch } from '../matching/match-access.ts'
import { dismiss, dismissalReasons, showInterest } from '../matching/match-acts.ts'
import type { MatchStore } from '../matching/match-store.ts'
import { needsFor } from '../needs/need-access.ts'
import type { NeedStore } from '../needs/need-store.ts'
import { offersFor } from '../offers/offer-access.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { matchAnswer, matchJson } from './match-json.ts'
import { operation, type Call, type Operation } from './operation.ts'

export interface MatchServices {
  matches: MatchStore
  offers: OfferStore
  needs: NeedStore
  organisations: OrganisationStore
  processing: { wake(): void }
  clock: Clock
}

const listAnswer = z.object({ items: z.array(matchAnswer) })

/** Matches of one posting or of the account, and what people say of them. */
export function matchOperations(services: MatchServices): Operation[] {
  const { matches, offers, needs, processing, clock } = services
  const desk = { matches, wake: processing.wake, now: () => clock.now() }
  const ownMatches = (me: Account) => matchesFor(me, services, clock.now())
  const listed = (found: SeenMatch[], { t, language }: Call) => ({
    body: { items: found.map((one) => matchJson(one, t, language)) },
  })
  const again = async (call: Call) => ({
    body: matchJson(await ownMatches(call.me).find(call.params.id ?? ''), call.t, call.language),
  })
  const list = (path: string, summary: string, find: (call: Call) => Promise<SeenMatch[]>) =>
    operation({
      method: 'get',
      path,
      summary,
      access: 'account',
      status: 200,
      answer: listAnswer,
      handle: async (call) => listed(await find(call), call),
    })

  return [
    list('/matches', "The account's matches, best first", ({ me }) => ownMatches(me).list()),
    list('/offers/{id}/matches', 'Needs that an offer fits', async ({ me, params }) => {
      const offer = await offersFor(me, offers, clock.now()).find(params.id ?? '')
      return ownMatches(me).ofOffer(offer.id)
    }),
    list('/needs/{id}/matches', 'Offers that fit a need', async ({ me, params }) => {
      const need = await needsFor(me, needs, clock.now()).find(params.id ?? '')
      return ownMatches(me).ofNeed(need.id)
    }),
    operation({
      method: 'post',
      path: '/matches/{id}/interest',
      summary: "Shows one side's interest; with both sides' the match becomes an introduction",
      access: 'account',
      status: 200,
      answer: matchAnswer,
      async handle(call) {
        await showInterest(await ownMatches(call.me).findOwn(call.params.id ?? ''), call.me, desk)
        return again(call)
      },
    }),
    operation({
      method: 'post',
      path: '/matches/{id}/dismissal',
      summary: 'Says that a match is not relevant, and why',
      access: 'account',
      body: z.strictObject({ reason: z.enum(dismissalReasons) }),
      status: 200,
      answer: matchAnswer,
      async handle(call) {
        await dismiss(
          await ownMatches(call.me).findOwn(call.params.id ?? ''),
          call.body.reason,
          call.me,
          desk,
        )
        return again(call)
      },
    }),
  ]
}
