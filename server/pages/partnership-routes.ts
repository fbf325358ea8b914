import { Router } from 'express'
import type { PartnershipRegister } from '../partnerships/list-partnerships.ts'
import { partnershipListPage } from './partnership-list-page.ts'
import { partnershipPage, type PartnershipPageServices } from './partnership-page.ts'

/** The public record of partnerships, open to all. */
export const partnershipRoutes = (services: PartnershipRegister & PartnershipPageServices): Router =>
  Router()
    .get('/', async (req, res) => {
      res.render('partnerships/list', await partnershipListPage(req, services))
    })
    .get<{ id: string }>('/:id', async (req, res) => {
      res.render('partnerships/partnership', await partnershipPage(req.params.id, req, services))
    })
