import { Router } from 'express'
import { paths } from '../paths.ts'
import { isCountry } from '../vocabulary/places.ts'
import { notFoundProblem } from '../web/problem.ts'
import { countryListPage } from './country-list-page.ts'
import { countryPage } from './country-page.ts'
import type { CountryServices } from './country-services.ts'

/** All countries by region, and the page of each by its alpha-3 code; open to all. */
export const countryRoutes = (services: CountryServices): Router =>
  Router()
    .get('/', async (req, res) => {
      res.render('countries/list', await countryListPage(req, services))
    })
    .get<{ iso3: string }>('/:iso3', async (req, res) => {
      const country = req.params.iso3.toUpperCase()
      if (!isCountry(country)) throw notFoundProblem()
      if (country !== req.params.iso3) return res.redirect(301, paths.country(country))
      res.render('countries/country', await countryPage(country, req, services))
    })
