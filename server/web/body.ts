import express from 'express'
import type { RequestHandler } from 'express'

// The longest description has 10,000 characters; as a form each may take twelve bytes.
const limit = '256kb'

/** Forms arrive flat, `quantity.amount` style names included; see `formValues`. */
export const setUpFormBody = (): RequestHandler => express.urlencoded({ extended: false, limit })

export const setUpJsonBody = (): RequestHandler => express.json({ limit })
