import { addressWith } from '../web/address.ts'

/** The model of `views/components/search-exports.hbs`, and `feed` of the layout. */
export interface ExportLinks {
  csv: string
  json: string
  atom: string
}

/** Where the result of the search at this address is had as a file; the feed keeps the reader's language. */
export function exportLinks(address: string, language: string): ExportLinks {
  const [path = '', query = ''] = address.split(/\?(.*)/s)
  const beside = (ending: string) => addressWith(`${path}.${ending}?${query}`, { lang: language })
  return { csv: beside('csv'), json: addressWith(`${path}.json?${query}`, {}), atom: beside('atom') }
}
