import { eld } from 'eld/small'

/** Under this many letters, and in a near tie of two languages, a guess in Latin script is worth nothing. */
const fewestLetters = 20
const leastLead = 0.02

/** Letters beside the common ones of the script that a language writes; any other letter speaks against it. */
const ownLetters = new Map<string, RegExp>([
  ['ru', /[а-яё]/giu],
  ['bg', /[а-я]/giu],
  ['uk', /[а-яіїєґ]/giu],
  ['be', /[а-яёіў]/giu],
  ['sr', /[а-яђјљњћџ]/giu],
  ['ar', /[\u0621-\u064a]/gu],
  ['fa', /[\u0621-\u064aپچژگکی]/gu],
  ['ur', /[\u0621-\u064aپچژگکیٹڈڑںھہۂۃےۓ]/gu],
])

/**
 * The ISO 639-1 code of the language that most of a text is in, or the fallback where that is in doubt: in a
 * short text, between near languages, in one that the detector does not know. Script is asked first, since
 * the detector hears one of its 60 languages in anything.
 */
export function detectLanguage(text: string, fallback: string): string {
  const letters = {
    japanese: count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    chinese: count(text, /\p{Script=Han}/gu),
    cyrillic: count(text, /\p{Script=Cyrillic}/gu),
    arabic: count(text, /\p{Script=Arabic}/gu),
    all: count(text, /\p{L}/gu),
  }
  const outside = letters.all - letters.chinese - letters.japanese
  if (letters.japanese > outside) return 'ja'
  if (2 * letters.chinese > outside) return letters.japanese > 0 ? 'ja' : 'zh'
  if (2 * letters.cyrillic > letters.all) return inScript(text, /\p{Script=Cyrillic}/gu, 'ru', fallback)
  if (2 * letters.arabic > letters.all) return inScript(text, /\p{Script=Arabic}/gu, 'ar', fallback)
  return letters.all < fewestLetters ? fallback : clearly(text, fallback)
}

/** The detected language, else the script's main one, provided that it writes every letter of the text. */
function inScript(text: string, script: RegExp, main: string, fallback: string): string {
  const letters = (text.match(script) ?? [])
    .filter((letter) => /\p{L}/u.test(letter) && letter !== 'ـ')
    .join('')
  const detected = eld.detect(text).language
  const candidates = ownLetters.has(detected) ? [detected, main] : [main]
  return (
    candidates.find((language) => count(letters, ownLetters.get(language)) === letters.length) ?? fallback
  )
}

function clearly(text: string, fallback: string): string {
  const result = eld.detect(text)
  const [first = 0, second = 0] = Object.values(result.getScores()).sort((a, b) => b - a)
  return result.isReliable() && first - second >= leastLead ? result.language : fallback
}

function count(text: string, pattern: RegExp | undefined): number {
  return pattern ? (text.match(pattern)?.length ?? 0) : 0
}
