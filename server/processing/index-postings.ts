import { needStatus, type Need } from '../needs/need.ts'
import type { Offer } from '../offers/offer.ts'
import { toIndexDocument } from '../postings/index-document.ts'
import type { Posters } from './parties.ts'
import type { StepServices } from './step-services.ts'

/**
 * Sends what may be shown to its index and takes the rest out of it. `confirmed` resolves when the search server
 * has done both and fails if it could not.
 */
export async function indexPostings<P extends Offer | Need>(
  indexName: 'offers' | 'needs',
  postings: P[],
  isShown: (posting: P, now: Date) => boolean,
  posters: Posters,
  { search, clock }: StepServices,
): Promise<{ confirmed: Promise<void> }> {
  const now = clock.now()
  const index = search.index(indexName)
  const documents = postings
    .filter((posting) => isShown(posting, now))
    .map((posting) => documentOf(posting, posters))
  const hidden = postings.filter((posting) => !isShown(posting, now)).map(({ id }) => id)
  const tasks = [
    ...(documents.length > 0 ? [await index.addDocuments(documents, { primaryKey: 'id' })] : []),
    ...(hidden.length > 0 ? [await index.deleteDocuments(hidden)] : []),
  ]
  const confirm = async (taskUid: number) => {
    const task = await search.tasks.waitForTask(taskUid, { timeout: 15_000, interval: 5 })
    if (task.status !== 'succeeded') throw new Error(`The search server refused: ${task.error?.message}`)
  }
  const confirmed = Promise.all(tasks.map(({ taskUid }) => confirm(taskUid))).then(() => {})
  confirmed.catch(() => {})
  return { confirmed }
}

const beforeEveryEnd = new Date(0)

/** The index keeps states that do not change by the clock; whether the time is up, each query asks itself. */
function documentOf(posting: Offer | Need, { nameOf, entityOf }: Posters) {
  return toIndexDocument(posting, {
    organisationName: nameOf(posting.organisationId),
    entityId: entityOf(posting.organisationId),
    state: posting.side === 'need' ? needStatus(posting, beforeEveryEnd) : 'open',
    barredFor: posting.side === 'offer' ? (posting.screening?.barredFor ?? []) : [],
  })
}
