import { fold } from '../../vocabulary/fold.ts'

/** One word of a sentence. A Chinese character counts as a word, so that no segmenter decides what is found. */
export interface Word {
  /** as written */
  raw: string
  /** folded, and without the Arabic particles that are written together with a word */
  forms: readonly string[]
  /** first letters of the forms, each once */
  letters: readonly string[]
  /** a comma or bracket stands between this word and the one before it */
  afterComma: boolean
}
export type Sentence = readonly Word[]

const invisible = /[\p{Cf}\u0640]/gu
const parts =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+|[.!?;:](?=\s|$)|[!?;。؟؛•\n]|[,،、()]/gu
const ending = /^[.!?;:。؟؛•\n]$/u
const pause = /^[,،、()]$/u
const arabic = /^\p{Script=Arabic}/u
const arabicParticles = [/^[وف](?=.{3})/u, /^[بكل](?=.{3})/u, /^ال(?=.{2})/u, /^ل(?=.{3})/u]

/** Sentences of the text in order, each a row of words; a list's items and headings count as sentences. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Word[][] = [[]]
  let afterComma = false
  for (const [part] of text.normalize('NFKC').replace(invisible, '').matchAll(parts)) {
    if (ending.test(part)) sentences.push([])
    else if (!pause.test(part)) sentences.at(-1)?.push(wordOf(part, afterComma))
    afterComma = pause.test(part)
  }
  return sentences.filter((sentence) => sentence.length > 0)
}

function wordOf(raw: string, afterComma: boolean): Word {
  const forms = formsOf(raw)
  return { raw, forms, letters: [...new Set(forms.map((form) => form.charAt(0)))], afterComma }
}

function formsOf(raw: string): string[] {
  const forms = [fold(raw)]
  if (!arabic.test(raw)) return forms
  for (const particle of arabicParticles) {
    const bare = forms.at(-1)?.replace(particle, '')
    if (bare !== undefined && bare !== forms.at(-1)) forms.push(bare)
  }
  return forms
}
