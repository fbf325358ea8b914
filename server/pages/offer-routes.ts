import type { Router } from 'express'
import { offersOfSite } from '../offers/offer-routes.ts'
import type { Services } from '../services.ts'
import { offerPage } from './offer-page.ts'
import { previewRoutes } from './preview-routes.ts'

/**
 * The page of one offer, open to all who may see the offer; it shows its screening and matches as well. And its preview
 * for its company.
 */
export const offerPageRoutes = (services: Services): Router =>
  previewRoutes(offersOfSite(services), services).get<{ id: string }>('/:id', async (req, res) => {
    const page = await offerPage(req.params.id, req, services)
    // Reload until the screening is done; it takes seconds.
    if (page.status === 'screening') res.set('Refresh', '3')
    res.render('offers/offer', page)
  })
