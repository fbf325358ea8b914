import type { Account } from '../accounts/account.ts'
import type { Notice } from './notice.ts'
import { noticeOf } from './notice-of.ts'
import { publish, revise } from './post.ts'
import type { Posting, PostingContent } from './posting.ts'
import type { SideOfSite } from './side-of-site.ts'

/**
 * Publishes what a form says: a draft for the first time, else as a new revision; then nothing typed waits any more.
 * `version` is of the unpublished text that this was, '' for none.
 */
export async function publishForm<P extends Posting>(
  { desk }: SideOfSite<P>,
  own: P,
  content: PostingContent,
  version: string,
  account: Account,
): Promise<Notice> {
  const notice = await noticeOf(
    () => (own.publishedAt ? revise(own, content, account, desk) : publish(own, content, account, desk)),
    own.publishedAt ? 'changed' : 'published',
  )
  if (notice === 'changed' || notice === 'published') await desk.store.dropTyped(own.id, version)
  return notice
}
