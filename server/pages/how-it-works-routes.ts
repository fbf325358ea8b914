import { Router } from 'express'
import { paths } from '../paths.ts'
import type { Services } from '../services.ts'
import { howItWorksPage } from './how-it-works-page.ts'

/** Who decides what by which rule, open to all. */
export const howItWorksRoutes = ({
  organisations,
  clock,
}: Pick<Services, 'organisations' | 'clock'>): Router =>
  Router().get(paths.howItWorks(), async (req, res) => {
    res.render('how-it-works/how-it-works', howItWorksPage(await organisations.unSide(), clock.now(), req))
  })
