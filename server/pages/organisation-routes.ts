import { Router } from 'express'
import type { OrganisationRegister } from '../organisations/list-organisations.ts'
import { organisationListPage } from './organisation-list-page.ts'
import { organisationPage } from './organisation-page.ts'
import type { PostedServices } from './open-postings.ts'

/** The list of organisations and the page of each, open to all; a company that is not public is not found. */
export const organisationRoutes = (services: OrganisationRegister & PostedServices): Router =>
  Router()
    .get('/', async (req, res) => {
      res.render('organisations/list', await organisationListPage(req, services))
    })
    .get<{ id: string }>('/:id', async (req, res) => {
      res.render('organisations/organisation', await organisationPage(req.params.id, req, services))
    })
