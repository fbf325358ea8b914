import { alpha3FromName } from '../../server/vocabulary/place-names.ts'

/** No country's name has more: "Saint Vincent and the Grenadines". */
const mostWords = 5

/** The countries that a text names in a language with capitals, alpha-3; in "Papua New Guinea" that one alone. */
export function countriesNamedIn(text: string): string[] {
  const words = text.match(/[\p{L}-]+/gu) ?? []
  const found = new Set<string>()
  for (let start = 0; start < words.length;) {
    const country = longestNameAt(words, start)
    if (country) found.add(country.alpha3)
    start += country?.length ?? 1
  }
  return [...found]
}

function longestNameAt(words: string[], start: number): { alpha3: string; length: number } | undefined {
  for (let length = Math.min(mostWords, words.length - start); length > 0; length -= 1) {
    const name = words.slice(start, start + length)
    if (![name.at(0), name.at(-1)].every(isCapitalised)) continue
    const alpha3 = alpha3FromName(name.join(' '))
    if (alpha3) return { alpha3, length }
  }
  return undefined
}

/** What is all in capitals, such as CAN or PER, is mostly another word or an acronym. */
const isCapitalised = (word = ''): boolean => /^\p{Lu}.*\p{Ll}/u.test(word)
