import type { Request, Response } from 'express'
import type { FieldErrors } from '../web/form-errors.ts'
import type { PostingForm } from './posting-form.ts'
import { postingFormPage } from './posting-form-page.ts'
import type { Posting } from './posting.ts'
import type { SideOfSite } from './side-of-site.ts'
import type { Typed } from './typed.ts'

interface Circumstances<P> {
  /** the posting that is edited */
  own?: P
  errors?: FieldErrors
  /** what somebody typed before and did not publish */
  typed?: Typed | null
  /** somebody else changed the posting, or what was typed of it, while the form was open */
  overtaken?: boolean
  /** the form is filled with an older revision's text of that moment */
  takenFrom?: Date
}

/** Shows the form with what was typed: 422 where something is wrong with it, 409 where it was sent and overtaken. */
export function showPostingForm<P extends Posting>(
  { side }: Pick<SideOfSite<P>, 'side'>,
  req: Request<object>,
  res: Response,
  form: PostingForm,
  circumstances: Circumstances<P> = {},
): void {
  const { errors, overtaken } = circumstances
  const page = postingFormPage(form, { side, language: req.language, t: req.t, ...circumstances })
  const conflict = overtaken && req.method === 'POST'
  res.status(errors ? 422 : conflict ? 409 : 200).render('postings/form', page)
}
