import { addressWith } from '../web/address.ts'

/** The addresses of the pages around one of a list, for `views/components/pagination.hbs`; pages count from 1. */
export function pagesOf(address: string, page: number, total: number, size: number) {
  const at = (number: number) => addressWith(address, { page: number > 1 ? number : undefined })
  return {
    previous: page > 1 && at(page - 1),
    next: page * size < total && at(page + 1),
  }
}
