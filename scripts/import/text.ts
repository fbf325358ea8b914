const named: Record<string, string> = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
}

/** Marks without a shape; the joiners U+200C and U+200D stay, since some languages spell with them. */
const invisible = /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd]/g
const controls = /(?![\t\n\r])\p{Cc}/gu
const ellipsis = '…'

/** Decodes HTML entities, drops invisible characters and spare space; line breaks stay. */
export function tidy(text: string): string {
  return decodeEntities(text)
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(invisible, '')
    .replace(controls, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** As `tidy`, on a single line and without quotation marks around the whole. */
export function tidyName(text: string): string {
  const name = tidy(text).replace(/\s+/g, ' ')
  const inner = /^["“”«]\s*([^"“”«»]+?)\s*["”“»]$/.exec(name)?.[1]
  return inner ?? name
}

/** At most `most` characters, cut between words where there is a gap in the second half, with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const start = text.slice(0, most - 1)
  const gap = start.search(/\s\S*$/)
  const cut = gap > most / 2 && !/\s/.test(text[most - 1] ?? '') ? start.slice(0, gap) : start
  return withoutHalfPair(cut).replace(/[\s,;:.\-–(]+$/, '') + ellipsis
}

/** A cut through a character of two code units leaves its first half behind. */
const withoutHalfPair = (text: string): string => text.replace(/[\ud800-\udbff]$/, '')

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
