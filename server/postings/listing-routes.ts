import { Router } from 'express'
import { mayHearOf, permissionsOf } from '../accounts/permission.ts'
import { listPostings } from './list-postings.ts'
import { listStored } from './list-stored.ts'
import { listingHelp } from './listing-help.ts'
import { listingPage } from './listing-page.ts'
import { lenientQuery, type PostingQuery } from './posting-query.ts'
import type { Posting } from './posting.ts'
import type { SideOfSite } from './side-of-site.ts'

/** The list of one side, open to all. Its whole state stands in the address. */
export const listingRoutes = <P extends Posting>(site: SideOfSite<P>): Router =>
  Router().get('/', async (req, res) => {
    const { side, permission, listed } = site
    const query = listedOnly(lenientQuery(req.query), listed)
    const counted = await listPostings(site, query)
    const listing = counted ?? (await listStored(site, query))
    const mayPost = permissionsOf(req.account)[permission]
    const mayHear = mayHearOf(req.account, side)
    const reader = { side, query, language: req.language, t: req.t }
    const help = counted ? await listingHelp(site, counted, reader) : undefined
    const context = { ...reader, listed, mayPost, mayHear, help }
    res.render('postings/listing', listingPage(listing, context))
  })

/** Other states are for those who posted, and stand on their account page. */
const listedOnly = (query: PostingQuery, listed: readonly string[]): PostingQuery => ({
  ...query,
  status: query.status.filter((status) => listed.includes(status)),
})
