import { Problem } from '../web/problem.ts'
import type { Exportable, RowPage, SearchParameters } from './exportable.ts'

/** So many at most leave in one file. */
export const mostRows = 5_000
const pageSize = 200

/** A page of a search that must be answered. */
export async function pageOf<Row>(
  { find }: Exportable<Row>,
  parameters: SearchParameters,
  limit = pageSize,
  cursor?: string,
): Promise<RowPage<Row>> {
  const page = await find(parameters, limit, cursor)
  if (!page)
    throw new Problem('unavailable', {
      detail: 'The search does not answer, so nothing is handed out.',
      headers: { 'Retry-After': '10' },
    })
  return page
}

/**
 * The rows of a search behind its first page and with it, up to `mostRows`, page by page as the reader takes them.
 * Throws midway where the search stops to answer.
 */
export async function* everyRow<Row>(
  source: Exportable<Row>,
  parameters: SearchParameters,
  first: RowPage<Row>,
): AsyncGenerator<Row> {
  let left = mostRows
  for (let page = first; ; page = await pageOf(source, parameters, pageSize, page.next)) {
    yield* page.rows.slice(0, left)
    left -= page.rows.length
    if (!page.next || left <= 0) return
  }
}
