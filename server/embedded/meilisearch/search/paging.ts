import type { SearchParameters } from './parameters.ts'

/** Which hits are wanted, and how the answer tells of the total. */
export type Page = {
  offset: number
  limit: number
  /** Whether the total is asked for, and not an estimate. */
  isExact: boolean
  describe(total: number): Record<string, number>
}

export type Paging = Pick<SearchParameters, 'page' | 'hitsPerPage' | 'offset' | 'limit'>

/** `page` or `hitsPerPage` ask for an exact total and pages; nothing is shown beyond `most` hits. */
export function pageOf({ page, hitsPerPage, offset, limit }: Paging, most: number): Page {
  if (page === null && hitsPerPage === null) {
    const describe = (total: number) => ({ limit, offset, estimatedTotalHits: Math.min(total, most) })
    const shown = { offset: Math.min(offset, most), limit: Math.min(limit, Math.max(0, most - offset)) }
    return { ...shown, isExact: false, describe }
  }
  return numberedPage(page ?? 1, hitsPerPage ?? 20, most)
}

function numberedPage(page: number, hitsPerPage: number, most: number): Page {
  const offset = Math.max(0, page - 1) * hitsPerPage
  return {
    offset: Math.min(offset, most),
    limit: page === 0 ? 0 : Math.min(hitsPerPage, Math.max(0, most - offset)),
    isExact: true,
    describe(total) {
      const totalHits = Math.min(total, most)
      const totalPages = hitsPerPage === 0 ? 0 : Math.ceil(totalHits / hitsPerPage)
      return { hitsPerPage, page, totalPages, totalHits }
    },
  }
}
