const ascii = /^\p{ASCII}*$/u
const ignored = /[\p{Mn}\p{Cc}\p{Cf}ـ]/gu
const variants: Record<string, string> = { ى: 'ي', ة: 'ه', ٱ: 'ا', æ: 'ae', œ: 'oe', ς: 'σ' }
const variant = new RegExp(`[${Object.keys(variants).join('')}]`, 'g')

/**
 * A word as the index knows it: compatibility decomposition, lower case, without marks (Latin accents, Arabic
 * vowels and hamza), control characters or tatweel. Empty when nothing is left.
 */
export function fold(raw: string): string {
  const lower = raw.toLowerCase()
  if (ascii.test(lower)) return lower
  const plain = lower.normalize('NFKD').toLowerCase().replace(ignored, '')
  return plain.replace(variant, (letter) => variants[letter] ?? letter)
}

/** How facet values and filter values are compared: case and compatibility forms are ignored, accents count. */
export function foldFacet(value: string): string {
  const lower = value.trim().toLowerCase()
  return ascii.test(lower) ? lower : lower.normalize('NFKD').toLowerCase()
}
