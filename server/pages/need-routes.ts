import { Router } from 'express'
import type { Services } from '../services.ts'
import { needPage } from './need-page.ts'

type NeedPageServices = Pick<Services, 'offers' | 'needs' | 'matches' | 'organisations' | 'clock'>

/** The page of one need, open to all who may see the need; those who answer for it see its matches as well. */
export const needPageRoutes = (services: NeedPageServices): Router =>
  Router().get<{ id: string }>('/:id', async (req, res) => {
    res.render('needs/need', await needPage(req.params.id, req, services))
  })
