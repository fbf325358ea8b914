import { Router, type Request, type Response } from 'express'
import { accountOf, may } from '../accounts/guards.ts'
import type { Account } from '../accounts/account.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { noticeOf } from './act-routes.ts'
import { newPosting } from './posting-acts.ts'
import { emptyForm, formOf, readPostingForm, sendingKey, type PostingForm } from './posting-form.ts'
import { postingFormPage } from './posting-form-page.ts'
import { postingInput } from './posting-input.ts'
import type { Notice } from './notice.ts'
import { post, publish, revise } from './post.ts'
import type { Posting, PostingContent } from './posting.ts'
import type { SideOfSite } from './side-of-site.ts'

type Id = { id: string }

/** Writing a posting and writing it anew, for members of organisations that may post on this side. */
export function postingFormRoutes<P extends Posting>(site: SideOfSite<P>): Router {
  const guard = may(site.permission)
  return Router()
    .get('/new', guard, (req, res) => show(site, req, res, emptyForm(req.query)))
    .post('/', guard, (req, res) => create(site, req, res))
    .get<Id>('/:id/edit', guard, (req, res) => open(site, req, res))
    .post<Id>('/:id/edit', guard, (req, res) => change(site, req, res))
}

async function create<P extends Posting>(site: SideOfSite<P>, req: Request, res: Response): Promise<void> {
  const account = accountOf(req)
  const form = readPostingForm(req.body)
  const read = readContent(site, form)
  if ('errors' in read) return show(site, req, res, form, read)
  const { side, desk } = site
  const posting = newPosting(side, read.content, account.organisation.id, desk.now(), form.keepDraft)
  const stored = await post(site.complete(posting), account, desk, sendingKey(form))
  res.redirect(303, addressWith(paths.posting(stored), { notice: form.keepDraft ? 'saved' : 'posted' }))
}

async function open<P extends Posting>(site: SideOfSite<P>, req: Request<Id>, res: Response): Promise<void> {
  const own = await site.findOwn(accountOf(req), req.params.id)
  if (own.withdrawnAt) return res.redirect(303, paths.posting(own))
  show(site, req, res, formOf(own), { own })
}

async function change<P extends Posting>(
  site: SideOfSite<P>,
  req: Request<Id>,
  res: Response,
): Promise<void> {
  const account = accountOf(req)
  const own = await site.findOwn(account, req.params.id)
  const form = readPostingForm(req.body)
  const read = readContent(site, form)
  if ('errors' in read) return show(site, req, res, form, { ...read, own })
  const overtaken = form.revision !== own.revision
  if (overtaken) return show(site, req, res, { ...form, revision: own.revision }, { own, overtaken })
  const notice = await noticeOf(() => rewrite(site, own, read.content, form, account), doneTo(own, form))
  res.redirect(303, addressWith(paths.posting(own), { notice }))
}

function doneTo({ publishedAt }: Posting, { keepDraft }: PostingForm): Notice {
  if (publishedAt) return 'changed'
  return keepDraft ? 'saved' : 'published'
}

async function rewrite<P extends Posting>(
  { desk }: SideOfSite<P>,
  own: P,
  content: PostingContent,
  { keepDraft }: PostingForm,
  account: Account,
): Promise<void> {
  const revised = await revise(own, content, account, desk)
  if (!own.publishedAt && !keepDraft) await publish(revised, account, desk)
}

function readContent<P extends Posting>(
  { side, desk }: SideOfSite<P>,
  { values }: PostingForm,
): { content: PostingContent } | { errors: FieldErrors } {
  const parsed = postingInput(side, desk.now).safeParse(values)
  return parsed.success ? { content: parsed.data } : { errors: fieldErrors(parsed.error, values) }
}

interface Trouble<P> {
  /** the posting that is edited */
  own?: P
  errors?: FieldErrors
  /** somebody else changed the posting while the form was open */
  overtaken?: boolean
}

function show<P extends Posting>(
  { side }: SideOfSite<P>,
  req: Request<object>,
  res: Response,
  form: PostingForm,
  trouble: Trouble<P> = {},
): void {
  const { errors, overtaken } = trouble
  const page = postingFormPage(form, { side, language: req.language, t: req.t, ...trouble })
  res.status(errors ? 422 : overtaken ? 409 : 200).render('postings/form', page)
}
