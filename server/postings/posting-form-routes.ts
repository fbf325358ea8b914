import { Router, type Request, type Response } from 'express'
import { accountOf, may } from '../accounts/guards.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { beginDraft, keepTyped } from './keep-typed.ts'
import type { Notice } from './notice.ts'
import { noticeOf } from './notice-of.ts'
import { olderText } from './older-text.ts'
import { newPosting } from './posting-acts.ts'
import {
  contentOf,
  draftKey,
  emptyForm,
  formOf,
  readPostingForm,
  sendingKey,
  type PostingForm,
} from './posting-form.ts'
import { post } from './post.ts'
import type { Posting } from './posting.ts'
import { publishForm } from './publish-form.ts'
import { readContent, tooLong } from './read-content.ts'
import { showPostingForm } from './show-posting-form.ts'
import type { SideOfSite } from './side-of-site.ts'

type Id = { id: string }

/** Writing a posting and writing it anew, for members of organisations that may post on this side. */
export function postingFormRoutes<P extends Posting>(site: SideOfSite<P>): Router {
  const guard = may(site.permission)
  return Router()
    .get('/new', guard, (req, res) => begin(site, req, res))
    .post('/', guard, (req, res) => create(site, req, res))
    .get<Id>('/:id/edit', guard, (req, res) => open(site, req, res))
    .post<Id>('/:id/edit', guard, async (req, res) => {
      const own = await site.findOwn(accountOf(req), req.params.id)
      await change(site, own, readPostingForm(req.body), req, res)
    })
    .post<Id>('/:id/publication', guard, (req, res) => publishTyped(site, req, res))
}

/** A new form; with `like` it begins with the text of an own posting, whatever became of that. */
async function begin<P extends Posting>(site: SideOfSite<P>, req: Request, res: Response): Promise<void> {
  const { like, ...chosen } = req.query
  const model = typeof like === 'string' ? await site.findOwn(accountOf(req), like) : undefined
  const form = emptyForm(chosen)
  showPostingForm(site, req, res, model ? { ...form, values: contentOf(model) } : form)
}

async function create<P extends Posting>(
  site: SideOfSite<P>,
  req: Request<object>,
  res: Response,
): Promise<void> {
  const { side, desk } = site
  const account = accountOf(req)
  const form = readPostingForm(req.body)
  const key = draftKey(form)
  const draft = key ? await desk.store.draftOf(account.organisation.id, key) : null
  if (draft) return change(site, draft, { ...form, ...(await currentOf(site, draft)) }, req, res)
  if (form.act !== 'publish') {
    const wrong = tooLong(form)
    if (wrong) return showPostingForm(site, req, res, form, wrong)
    return leaveKept((await beginDraft(site, form, account)).own, form, 'saved', res)
  }
  const read = readContent(side, desk.now, form)
  if ('errors' in read) return showPostingForm(site, req, res, form, read)
  const posting = newPosting(side, read.content, account.organisation.id, desk.now(), false)
  const stored = await post(site.complete(posting), account, desk, sendingKey(form))
  res.redirect(303, addressWith(paths.posting(stored), { notice: 'posted' }))
}

async function open<P extends Posting>(site: SideOfSite<P>, req: Request<Id>, res: Response): Promise<void> {
  const own = await site.findOwn(accountOf(req), req.params.id)
  if (own.withdrawnAt) return res.redirect(303, paths.posting(own))
  const typed = await site.desk.store.typedOf(own.id)
  const form = formOf(own, typed)
  const older = await olderText(site.audits, own.id, req.query.from)
  if (older) {
    const values = contentOf(older.text)
    return showPostingForm(site, req, res, { ...form, values }, { own, takenFrom: older.until })
  }
  const overtaken = typed !== null && typed.revision !== own.revision
  showPostingForm(site, req, res, form, { own, typed, overtaken })
}

/** A sent form of a posting that exists: kept, or published. */
async function change<P extends Posting>(
  site: SideOfSite<P>,
  own: P,
  form: PostingForm,
  req: Request<object>,
  res: Response,
): Promise<void> {
  const account = accountOf(req)
  const read = form.act === 'publish' ? readContent(site.side, site.desk.now, form) : tooLong(form)
  if (read && 'errors' in read) return showPostingForm(site, req, res, form, { ...read, own })
  const current = await currentOf(site, own)
  if (form.revision !== current.revision || form.version !== current.version) {
    const typed = await site.desk.store.typedOf(own.id)
    return showPostingForm(site, req, res, { ...form, ...current }, { own, typed, overtaken: true })
  }
  if (read) return leave(own, await publishForm(site, own, read.content, form.version, account), res)
  const done = own.publishedAt ? 'kept' : 'saved'
  const notice = await noticeOf(() => keepTyped(site, own, form, account), done)
  return leaveKept(own, form, notice, res)
}

/** Publishes what was typed last, as the preview shows it; a form with what is missing, where it is not complete. */
async function publishTyped<P extends Posting>(
  site: SideOfSite<P>,
  req: Request<Id>,
  res: Response,
): Promise<void> {
  const account = accountOf(req)
  const own = await site.findOwn(account, req.params.id)
  const typed = await site.desk.store.typedOf(own.id)
  const form = formOf(own, typed)
  const seen: unknown = req.body?.version
  if (own.withdrawnAt) return leave(own, 'already-withdrawn', res)
  if (own.publishedAt && !typed) return leave(own, 'already-published', res)
  if (seen !== undefined && seen !== form.version) return leave(own, 'overtaken', res)
  const read = readContent(site.side, site.desk.now, form)
  if ('errors' in read) return showPostingForm(site, req, res, form, { ...read, own, typed })
  leave(own, await publishForm(site, own, read.content, form.version, account), res)
}

/** What a form must name so that it replaces what nobody has seen. */
async function currentOf<P extends Posting>({ desk }: SideOfSite<P>, own: P) {
  return { revision: own.revision, version: (await desk.store.typedOf(own.id))?.version ?? '' }
}

const leave = (own: Posting, notice: Notice, res: Response): void =>
  res.redirect(303, addressWith(paths.posting(own), { notice }))

const leaveKept = (own: Posting, { act }: PostingForm, notice: Notice, res: Response): void =>
  act === 'preview' && (notice === 'kept' || notice === 'saved')
    ? res.redirect(303, paths.preview(own))
    : leave(own, notice, res)
