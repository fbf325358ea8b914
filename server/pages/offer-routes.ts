import { Router } from 'express'
import { offerPage, type OfferPageServices } from './offer-page.ts'

/** The page of one offer, open to all who may see the offer; it shows its screening and matches as well. */
export const offerPageRoutes = (services: OfferPageServices): Router =>
  Router().get<{ id: string }>('/:id', async (req, res) => {
    const page = await offerPage(req.params.id, req, services)
    // Reload until the screening is done; it takes seconds.
    if (page.status === 'screening') res.set('Refresh', '3')
    res.render('offers/offer', page)
  })
