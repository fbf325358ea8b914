import { Router } from 'express'
import type { Services } from '../services.ts'
import { entityListPage } from './entity-list-page.ts'

/** Mandates of the UN entities and whom to ask, open to all. */
export const entityRoutes = (services: Pick<Services, 'organisations' | 'answers' | 'clock'>): Router =>
  Router().get('/', async (req, res) => {
    res.render('entities/list', await entityListPage(req, services))
  })
