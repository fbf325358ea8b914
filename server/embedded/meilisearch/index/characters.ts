/** What a UTF-16 code unit means for word boundaries; the first three make words. */
export const WORD = 0
export const LOWER = 1
export const UPPER = 2
export const SOFT = 3
export const HARD = 4
/** A separator that is hard only before a space: `3.14` against `the end. Then`. */
export const DOT = 5
/** Scripts without spaces between words. */
export const UNSPACED = 6

const tests: [number, RegExp][] = [
  [DOT, /[.,]/],
  [SOFT, /[:'"’]/],
  [HARD, /[\p{Terminal_Punctuation}¡¿§¶…]/u],
  [SOFT, /[\p{P}\p{Z}\s\p{Sm}\p{Sc}\p{Sk}]/u],
  [UNSPACED, /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u],
  [LOWER, /\p{Ll}/u],
  [UPPER, /\p{Lu}/u],
]

const classes = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  const character = String.fromCharCode(unit)
  return tests.find(([, test]) => test.test(character))?.[0] ?? WORD
})

/** The class of the code unit at `position`; halves of surrogate pairs count as `WORD`. */
export function classAt(text: string, position: number): number {
  return classes[text.charCodeAt(position)] ?? WORD
}
