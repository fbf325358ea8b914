import { pinyinOf } from './pinyin.ts'

const cyrillic =
  'а a б b в v г g ґ g д d е e є e ё e ж zh з z и i і i ї i й y к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts ч ch ш sh щ sh ы y э e ю yu я ya қ k ғ g ң n ө o ұ u ү u һ h ә a ђ dj ј j љ l њ n ћ c џ dz'
const arabic =
  'ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z غ gh ف f ق q ك k ک k ل l م m ن n ه h و w ي y ی y ى a ة a پ p چ ch ژ zh گ g ٹ t ڈ d ڑ r ھ h ہ h ۃ a ے y ں n ۀ h ػ k'
const others = 'ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ə a'

const letters = new Map([cyrillic, arabic, others].flatMap((table) => pairsOf(table)))
const joiners = /['’‘`ʼʻ´ʿʾ.]/gu
const apart = /[^\p{L}\p{N}]+/u
/** Letters without a Latin counterpart of their own. */
const unwritten = /[ьъءعئؤـ]/gu
const han = /\p{Script=Han}/u
const arabicArticle = /^ال(?!له$)(?=.{2})/u
const arabicScript = /\p{Script=Arabic}/u

/** A word of a name in small Latin letters. */
export interface LatinWord {
  word: string
  /** Arabic and its kin leave short vowels out */
  isVowelless: boolean
}

/**
 * The words of a name in any script that a list may use: Latin without accents, Cyrillic, Arabic and Persian by
 * letter, Chinese by pinyin. What is written in a script without a table stays as it is.
 */
export function latinWords(name: string): LatinWord[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(joiners, '')
  const written = plain.split(apart).filter(Boolean)
  const words = written.map((word) => ({ word: latin(word), isVowelless: arabicScript.test(word) }))
  return words.filter(({ word }) => word !== '')
}

const latin = (word: string): string =>
  Array.from(word.replace(arabicArticle, ''), latinOf).join('').replace(unwritten, '')

const latinOf = (sign: string): string => (han.test(sign) ? pinyinOf(sign) : (letters.get(sign) ?? sign))

function pairsOf(table: string): [string, string][] {
  const row = table.split(' ')
  return Array.from({ length: row.length / 2 }, (_, at) => [row[2 * at] ?? '', row[2 * at + 1] ?? ''])
}
