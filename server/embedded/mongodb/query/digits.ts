/**
 * The text with every decimal digit of another script written as the ASCII digit that a collator holds for equal.
 * In languages with rules of their own (Czech among them), ICU's numeric comparison overlooks such a digit where
 * it follows the part that two texts have in common, and then puts three texts in a circle.
 */
export function withAsciiDigits(text: string): string {
  return /[\u0660-\uffff]/.test(text) ? text.replace(/\p{Nd}/gu, asciiDigit) : text
}

const values = new Map<string, string>()

function asciiDigit(digit: string): string {
  const known = values.get(digit)
  if (known) return known
  const value = valueOf(digit)
  values.set(digit, value)
  return value
}

/** Unicode has the decimal digits of every script in rows of ten from zero to nine, and no row begins within another. */
function valueOf(digit: string): string {
  const code = digit.codePointAt(0) as number
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return String((code - first) % 10)
}
