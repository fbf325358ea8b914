import { Router } from 'express'
import { exportRoutes } from '../exports/export-routes.ts'
import { needsOfSite } from '../needs/need-routes.ts'
import { offersOfSite } from '../offers/offer-routes.ts'
import type { Services } from '../services.ts'
import { organisationExport } from './organisation-export.ts'
import { partnershipExport } from './partnership-export.ts'
import { postingExport } from './posting-export.ts'

/** Every search of the site as files and as a feed. */
export function searchExportRoutes(services: Services): Router {
  const { baseUrl } = services.config
  return Router().use(
    exportRoutes(postingExport(offersOfSite(services), baseUrl), services),
    exportRoutes(postingExport(needsOfSite(services), baseUrl), services),
    exportRoutes(organisationExport(services, baseUrl), services),
    exportRoutes(partnershipExport(services, baseUrl), services),
  )
}
