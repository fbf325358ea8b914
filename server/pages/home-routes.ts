import { Router } from 'express'
import { offersOfSite } from '../offers/offer-routes.ts'
import { needsOfSite } from '../needs/need-routes.ts'
import { paths } from '../paths.ts'
import { listPostings } from '../postings/list-postings.ts'
import { listStored } from '../postings/list-stored.ts'
import type { Posting } from '../postings/posting.ts'
import type { SideOfSite } from '../postings/side-of-site.ts'
import { lenientQuery } from '../postings/posting-query.ts'
import type { Services } from '../services.ts'
import { homePage } from './home-page.ts'

type HomeServices = Pick<
  Services,
  | 'audits'
  | 'offers'
  | 'needs'
  | 'organisations'
  | 'publicOrganisations'
  | 'search'
  | 'clock'
  | 'processing'
  | 'mendIndex'
>

const newest = lenientQuery({ limit: '3', sort: 'newest' })

/** The front door, open to all; it opens without its figures where the search server is away. */
export function homeRoutes(services: HomeServices): Router {
  const offers = offersOfSite(services)
  const needs = needsOfSite(services)
  return Router().get(paths.home(), async (req, res) => {
    const [openNeeds, openOffers] = await Promise.all([newestOf(needs), newestOf(offers)])
    res.render('pages/home', homePage({ openNeeds, openOffers }, req))
  })
}

const newestOf = async <P extends Posting>(site: SideOfSite<P>) =>
  (await listPostings(site, newest)) ?? (await listStored(site, newest))
