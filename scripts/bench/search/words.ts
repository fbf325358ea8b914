import { oneOf, type Random } from './random.ts'

/** Draws so many words that belong together, in one language. */
export type Words = (random: Random, count: number) => { language: string; words: string[] }

const vocabulary = 20_000
const oneSyllable = 30
/** The share of postings in English; the others are in any of the six. */
const english = 0.5
const weights = Float64Array.from({ length: vocabulary }, (_, rank) => 1 / (rank + 1))
const cumulated = weights.map((_, rank) => harmonic(rank))

/** Sums of 1/rank, near enough (Euler and Maclaurin) and without a loop. */
function harmonic(rank: number): number {
  const next = rank + 1
  return Math.log(next) + 0.57721566 + 1 / (2 * next) - 1 / (12 * next * next)
}

/** Onsets, vowels and endings from which the words of a language are made; Chinese joins characters. */
const languages = {
  en: ['b br c cl d f g h l m n p pr r s st t tr w', 'a e i o u ea ou', ' n r s t l ck nd'],
  fr: ['b c ch d f g j l m n p pl qu r s t v', 'a e i o u é eu ou', ' r s t l n x'],
  es: ['b c ch d f g h j l ll m n ñ p r s t v', 'a e i o u ie ue', ' n r s l d'],
  ru: ['б в г д ж з к л м н п р с т ф х ч ш пр ст', 'а е и о у ы я', ' й н р т ль'],
  ar: ['ب ت ج ح خ د ر ز س ش ص ط ع ف ق ك ل م ن ه', 'ا و ي', ' ن ر ت م'],
  zh: ['水 电 农 村 学 校 医 疗 卫 生 环 境 保 护 能 源 技 术 培 训', '', ' 力 业 员 部 区 站 地 人 家 法'],
} as const

type Language = keyof typeof languages
const codes = Object.keys(languages) as Language[]

/** Made-up words in six languages, the commonest the shortest, as frequent as their rank says (Zipf). */
export const madeUp: Words = (random, count) => {
  const language = random() < english ? 'en' : oneOf(random, codes)
  return { language, words: Array.from({ length: count }, () => word(language, rankFrom(random))) }
}

function rankFrom(random: Random): number {
  const wanted = random() * cumulated[vocabulary - 1]!
  let [low, high] = [0, vocabulary - 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (cumulated[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}

const syllables = new Map(
  codes.map((language) => {
    const [onsets, vowels, endings] = languages[language].map((list) => list.split(' '))
    return [
      language,
      onsets!.flatMap((onset) =>
        vowels!.flatMap((vowel) => endings!.map((ending) => onset + vowel + ending)),
      ),
    ]
  }),
)

/** The commonest words have one syllable, all others two that the rank decides, so that no two are the same. */
function word(language: Language, rank: number): string {
  const known = syllables.get(language)!
  const scattered = (rank * 7_919) % (known.length * known.length)
  const last = known[scattered % known.length]!
  return rank < oneSyllable ? last : known[Math.floor(scattered / known.length)]! + last
}

/** Words as they follow one another in the names, outcomes and descriptions of public records (JSON lines). */
export function recorded(lines: string): Words {
  const words = lines
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const { name, outcome, description } = JSON.parse(line) as Record<string, string | null>
      return [name, outcome, description].join(' ').split(/\s+/)
    })
  return (random, count) => {
    const start = Math.floor(random() * (words.length - count))
    return { language: 'en', words: words.slice(start, start + count) }
  }
}
