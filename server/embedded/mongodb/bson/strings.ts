const firstSurrogate = 0xd800

/** Compares by Unicode code point, as UTF-8 bytes do; JavaScript's `<` compares UTF-16 units. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at)
    const right = b.charCodeAt(at)
    if (left !== right)
      return left < firstSurrogate || right < firstSurrogate ? left - right : codePoints(left, right)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above every other unit. */
function codePoints(left: number, right: number): number {
  const lift = (unit: number) => (unit < 0xe000 ? unit + 0x10000 : unit)
  return lift(left) - lift(right)
}
