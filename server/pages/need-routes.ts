import { Router } from 'express'
import { needPage, type NeedPageServices } from './need-page.ts'

/** The page of one need, open to all who may see the need; those who answer for it see its matches as well. */
export const needPageRoutes = (services: NeedPageServices): Router =>
  Router().get<{ id: string }>('/:id', async (req, res) => {
    res.render('needs/need', await needPage(req.params.id, req, services))
  })
