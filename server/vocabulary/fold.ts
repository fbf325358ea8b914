const marks = /\p{M}/gu
const lettersOfOneSound: Readonly<Record<string, string>> = {
  ة: 'ه',
  ى: 'ي',
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  ı: 'i',
}
const unfolded = /[ةىßœæøłı]/gu

/**
 * A word reduced to what people agree on when they type it: lower case, compatibility forms resolved,
 * accents, vowel marks and hamza seats gone, final Arabic ta marbuta and alif maqsura as ha and ya.
 */
export function fold(word: string): string {
  const bare = word.toLowerCase().normalize('NFKD').replace(marks, '')
  return bare.replace(unfolded, (letter) => lettersOfOneSound[letter] ?? letter)
}
