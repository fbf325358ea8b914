import { classAt, DOT, HARD, LOWER, UNSPACED, UPPER } from './characters.ts'

/** Receives the raw words of a text and where each starts, and hears of sentence-like breaks between them. */
export type TokenVisitor = { word(raw: string, start: number): void; hardBreak(): void }

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const arabicArticle = /^[اأإآٱ]ل(?=.)/u

/** Walks a text in the way of charabia, Meilisearch's tokenizer: camelCase and the Arabic article are split. */
export function eachToken(text: string, visitor: TokenVisitor): void {
  let position = 0
  while (position < text.length) {
    const kind = classAt(text, position)
    if (kind <= UPPER) position = spacedWord(text, position, visitor)
    else if (kind === UNSPACED) position = unspacedRun(text, position, visitor)
    else {
      if (kind === HARD || (kind === DOT && isSpace(text, position + 1))) visitor.hardBreak()
      position++
    }
  }
}

function isSpace(text: string, position: number): boolean {
  const unit = text.charCodeAt(position)
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09 || unit === 0xa0
}

function spacedWord(text: string, start: number, visitor: TokenVisitor): number {
  let end = start + 1
  let previous = classAt(text, start)
  for (; end < text.length; end++) {
    const kind = classAt(text, end)
    if (kind > UPPER || (kind === UPPER && previous === LOWER)) break
    previous = kind
  }
  emit(text.slice(start, end), start, visitor)
  return end
}

function emit(raw: string, start: number, visitor: TokenVisitor): void {
  const first = raw.charCodeAt(0)
  const article = first >= 0x622 && first <= 0x671 && arabicArticle.test(raw)
  if (!article) return visitor.word(raw, start)
  visitor.word(raw.slice(0, 2), start)
  visitor.word(raw.slice(2), start + 2)
}

function unspacedRun(text: string, start: number, visitor: TokenVisitor): number {
  let end = start + 1
  while (end < text.length && classAt(text, end) === UNSPACED) end++
  const run = text.slice(start, end)
  if (run.length === 1) visitor.word(run, start)
  else for (const { segment, index } of wordsIn(run)) visitor.word(segment, start + index)
  return end
}

type Part = Pick<Intl.SegmentData, 'segment' | 'index'>

/** Runs that come again, such as labels: segmenting is by far the slowest step of tokenizing. */
const segmented = new Map<string, Part[]>()
const mostRemembered = 20_000
const longestRemembered = 40

function wordsIn(run: string): Part[] {
  const known = segmented.get(run)
  if (known) return known
  const parts = Array.from(segmenter.segment(run), ({ segment, index }) => ({ segment, index }))
  if (run.length <= longestRemembered && segmented.size < mostRemembered) segmented.set(run, parts)
  return parts
}
