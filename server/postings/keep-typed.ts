import type { Account } from '../accounts/account.ts'
import { newId } from '../records/new-id.ts'
import { ActRefused } from './act-refused.ts'
import { newPosting } from './posting-acts.ts'
import { draftKey, inputOf, type PostingForm } from './posting-form.ts'
import { post } from './post.ts'
import type { Posting } from './posting.ts'
import type { SideOfSite } from './side-of-site.ts'
import { draftContent, type Typed } from './typed.ts'

/** Makes a draft of a new form, as far as it was typed; sent again the same form is the same draft. */
export async function beginDraft<P extends Posting>(
  site: SideOfSite<P>,
  form: PostingForm,
  account: Account,
): Promise<{ own: P; typed: Typed }> {
  const { side, desk } = site
  const content = draftContent(side, inputOf(form.values))
  const posting = newPosting(side, content, account.organisation.id, desk.now(), true)
  const own = await post(site.complete(posting), account, desk, draftKey(form))
  const version = (await desk.store.typedOf(own.id))?.version ?? ''
  return { own, typed: await keepTyped(site, own, { ...form, version }, account) }
}

/**
 * Keeps what was typed into the form of a posting until it is published. Throws `ActRefused` where the posting or its
 * unpublished text has changed since the form was opened.
 */
export async function keepTyped<P extends Posting>(
  { side, desk }: SideOfSite<P>,
  own: P,
  { values, revision, version: seen }: PostingForm,
  { id, name }: Account,
): Promise<Typed> {
  if (own.withdrawnAt) throw new ActRefused('already-withdrawn')
  const by = { id, name }
  const typed = { values, revision: own.revision, version: newId(), by, at: desk.now() }
  const isCurrent = revision === 0 || revision === own.revision
  const kept =
    isCurrent && (await desk.store.keepTyped(own, seen, typed, draftContent(side, inputOf(values))))
  if (!kept) throw new ActRefused('overtaken')
  return typed
}
