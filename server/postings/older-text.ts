import type { AuditStore } from '../records/audit-store.ts'
import type { PostingContent } from './posting.ts'

/** What a posting said until an edit, which its trace in the audit holds; `undefined` where there is no such edit. */
export async function olderText(
  audits: Pick<AuditStore, 'of'>,
  postingId: string,
  editId: unknown,
): Promise<{ text: PostingContent; until: Date } | undefined> {
  if (typeof editId !== 'string') return undefined
  const edit = (await audits.of(postingId)).find(({ id, act }) => id === editId && act === 'edit')
  return edit?.before ? { text: edit.before as unknown as PostingContent, until: edit.at } : undefined
}
