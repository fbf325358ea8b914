import type { Router } from 'express'
import { needsOfSite } from '../needs/need-routes.ts'
import type { Services } from '../services.ts'
import { needPage } from './need-page.ts'
import { previewRoutes } from './preview-routes.ts'

/**
 * The page of one need, open to all who may see the need; those who answer for it see its matches as well. And its
 * preview for those who post it.
 */
export const needPageRoutes = (services: Services): Router =>
  previewRoutes(needsOfSite(services), services).get<{ id: string }>('/:id', async (req, res) => {
    res.render('needs/need', await needPage(req.params.id, req, services))
  })
