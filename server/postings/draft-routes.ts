import { Router, type Request, type Response } from 'express'
import { accountOf, may } from '../accounts/guards.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { asProblems, fieldErrors } from '../web/form-errors.ts'
import { invalid } from '../web/problem.ts'
import { ActRefused } from './act-refused.ts'
import { beginDraft, keepTyped } from './keep-typed.ts'
import { readPostingForm, type PostingForm } from './posting-form.ts'
import type { Posting } from './posting.ts'
import type { SideOfSite } from './side-of-site.ts'
import { typedValues, type Typed } from './typed.ts'

type Id = { id: string }

/** Saves a form while it is typed, for `public/js/draft-saving.js`, and lets go of what was saved. */
export function draftRoutes<P extends Posting>(site: SideOfSite<P>): Router {
  const { side, permission, desk } = site
  return Router()
    .post('/drafts', may(permission), async (req, res) => {
      const { own, typed } = await beginDraft(site, readTyped(req), accountOf(req))
      res.status(201).json(savedAs(own, typed))
    })
    .post<Id>('/:id/draft', may(permission), async (req, res) => {
      const own = await site.findOwn(accountOf(req), req.params.id)
      try {
        res.json(savedAs(own, await keepTyped(site, own, readTyped(req), accountOf(req))))
      } catch (error) {
        if (!(error instanceof ActRefused)) throw error
        await sayOvertaken(await desk.store.typedOf(own.id), own, res)
      }
    })
    .post<Id>('/:id/draft/discard', may(permission), async (req, res) => {
      const own = await site.findOwn(accountOf(req), req.params.id)
      const dropped = await desk.store.dropTyped(own.id, String(req.body?.version ?? ''))
      const notice = dropped ? 'discarded' : 'overtaken'
      res.redirect(303, addressWith(paths.posting({ id: own.id, side }), { notice }))
    })
}

/** The form, if nothing in it is longer than what can be kept; throws 422. */
function readTyped(req: Request<object>): PostingForm {
  const form = readPostingForm(req.body)
  const parsed = typedValues.safeParse(form.values)
  if (!parsed.success) throw invalid(asProblems(fieldErrors(parsed.error, form.values), req.t))
  return form
}

/** How the form goes on from here. */
const savedAs = (own: Posting, { version, at }: Typed) => ({
  version,
  revision: own.revision,
  savedAt: at,
  draft: paths.draft(own),
  form: paths.editing(own),
})

/** Whose text it is by now that this one does not replace. */
async function sayOvertaken(typed: Typed | null, own: Posting, res: Response): Promise<void> {
  res.status(409).json({ by: typed?.by.name ?? null, at: typed?.at ?? own.updatedAt })
}
