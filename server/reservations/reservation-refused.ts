import { Problem } from '../web/problem.ts'

/** Why a reservation is not possible now; the words stand in the locales under `reservations:refusal`. */
export const reservationRefusals = [
  'not-introduced',
  'closed',
  'not-enough',
  'already',
  'gone',
  'own',
  'confirmed',
  'overtaken',
  'incomplete',
] as const
export type ReservationRefusal = (typeof reservationRefusals)[number]

/** An act on a promise that the offer's state does not allow: a conflict, which the pages put into words. */
export class ReservationRefused extends Problem {
  readonly refusal: ReservationRefusal
  constructor(refusal: ReservationRefusal, left?: number) {
    const rest = left === undefined ? '' : ` ${left} left.`
    super('conflict', { detail: `The reservation is refused: ${refusal}.${rest}` })
    this.refusal = refusal
  }
}
