/** Code points from the first to the last, in their order. */
export type Ranges = readonly (readonly [number, number])[]

const last = 0x10ffff

/** All other code points. */
export function complement(ranges: Ranges): Ranges {
  const result: [number, number][] = []
  let next = 0
  for (const [from, to] of ranges) {
    if (from > next) result.push([next, from - 1])
    next = to + 1
  }
  if (next <= last) result.push([next, last])
  return result
}

function ranges(...points: number[]): Ranges {
  return points.flatMap((from, at) => (at % 2 === 0 ? [[from, points[at + 1] as number] as const] : []))
}

const upper = ranges(0x41, 0x5a)
const lower = ranges(0x61, 0x7a)
const digit = ranges(0x30, 0x39)
const alpha = ranges(0x41, 0x5a, 0x61, 0x7a)
const space = ranges(0x09, 0x0d, 0x20, 0x20)
export const word = ranges(0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a)

/** What Perl's letters mean without Unicode properties: ASCII only, but for the kinds of space. */
export const shorthands: Record<string, Ranges> = {
  d: digit,
  w: word,
  s: space,
  h: ranges(
    ...[0x09, 0x09, 0x20, 0x20, 0xa0, 0xa0, 0x1680, 0x1680, 0x180e, 0x180e, 0x2000, 0x200a],
    ...[0x202f, 0x202f, 0x205f, 0x205f, 0x3000, 0x3000],
  ),
  v: ranges(0x0a, 0x0d, 0x85, 0x85, 0x2028, 0x2029),
}

/** The names within `[: :]`. */
export const posix: Record<string, Ranges> = {
  alpha,
  digit,
  alnum: ranges(0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a),
  upper,
  lower,
  word,
  space,
  blank: ranges(0x09, 0x09, 0x20, 0x20),
  cntrl: ranges(0x00, 0x1f, 0x7f, 0x7f),
  graph: ranges(0x21, 0x7e),
  print: ranges(0x20, 0x7e),
  punct: ranges(0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e),
  xdigit: ranges(0x30, 0x39, 0x41, 0x46, 0x61, 0x66),
  ascii: ranges(0x00, 0x7f),
}

/** The ranges as they stand within the brackets of a JavaScript class. */
export function written(set: Ranges): string {
  return set.map(([from, to]) => (from === to ? point(from) : `${point(from)}-${point(to)}`)).join('')
}

/** A code point as it may stand anywhere. */
export function point(code: number): string {
  const isPlain = (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
  return isPlain && code < 0x80 ? String.fromCharCode(code) : `\\u{${code.toString(16)}}`
}
