import { Router } from 'express'
import { accountOf, may } from '../accounts/guards.ts'
import type { Need } from '../needs/need.ts'
import type { Offer } from '../offers/offer.ts'
import { paths } from '../paths.ts'
import { formOf } from '../postings/posting-form.ts'
import { emptyContent } from '../postings/posting-acts.ts'
import { readContent } from '../postings/read-content.ts'
import { showPostingForm } from '../postings/show-posting-form.ts'
import type { SideOfSite } from '../postings/side-of-site.ts'
import type { Services } from '../services.ts'
import { previewPage } from './preview-page.ts'

/** What would come of a posting's form if it were published now, for members of its organisation; stores nothing. */
export function previewRoutes<P extends Offer | Need>(
  site: SideOfSite<P>,
  { foresee, clock }: Pick<Services, 'foresee' | 'clock'>,
): Router {
  return Router().get<{ id: string }>('/:id/preview', may(site.permission), async (req, res) => {
    const account = accountOf(req)
    const own = await site.findOwn(account, req.params.id)
    if (own.withdrawnAt) return res.redirect(303, paths.posting(own))
    const typed = await site.desk.store.typedOf(own.id)
    const form = formOf(own, typed)
    const read = readContent(site.side, () => clock.now(), form)
    if ('errors' in read) return showPostingForm(site, req, res, form, { ...read, own, typed })
    const posting = { ...own, ...emptyContent, ...read.content } as Offer | Need
    const { t, language } = req
    const context = { organisation: account.organisation.name, now: clock.now(), t, language }
    const publishable = typed !== null || !own.publishedAt
    res.render('postings/preview', {
      ...previewPage(posting, await foresee(posting), context),
      publication: publishable ? paths.publication(own) : undefined,
      version: form.version,
    })
  })
}
