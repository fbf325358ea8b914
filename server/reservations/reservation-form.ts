import { z } from 'zod'
import { releaseReasons } from './reservation.ts'

const most = 1e12

/** What a reservation is sent as; without an amount it is the whole of an offer that names no quantity. */
export const reservationSchema = z.strictObject({ amount: z.number().positive().max(most).optional() })
export const releaseSchema = z.strictObject({ reason: z.enum(releaseReasons) })
