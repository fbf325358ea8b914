/** A run of text; `match` where it answers what was typed. */
export interface Run {
  text: string
  match: boolean
}

/**
 * Stand around a match in what the search server gives back. They are noncharacters, which no text may contain; one
 * that does all the same no longer equals its original and is shown without marks.
 */
export const markStart = '\uFDD0'
export const markEnd = '\uFDD1'
/** Where the search server cut a text. */
export const cutMark = '\uFDD2'

/** The text in runs; without marks where the search server holds another text than the one to be shown. */
export function markedWhole(text: string, marked: string | undefined): Run[] {
  return marked !== undefined && plain(marked) === text ? runsOf(marked) : [{ text, match: false }]
}

/** The part around the matches, if it is a part of the text and has any; blanks count as one. */
export function markedPart(text: string, marked: string | undefined): Run[] | undefined {
  if (!marked?.includes(markStart)) return undefined
  const part = inOneLine(marked)
  const isPart = inOneLine(text).includes(plain(part).replaceAll(cutMark, '').trim())
  return isPart ? runsOf(part.replaceAll(cutMark, '…')) : undefined
}

/** The matched words of a marked text, whole where only their beginning is marked. */
export const markedWords = (marked: string): string[] =>
  (marked.match(markedWord) ?? []).map((word) => plain(word))

const markedWord = new RegExp(`${markStart}[\\p{L}\\p{M}\\p{N}]+${markEnd}[\\p{L}\\p{M}\\p{N}]*`, 'gu')

function runsOf(marked: string): Run[] {
  const [before = '', ...rest] = marked.split(markStart)
  const runs = rest.flatMap((part) => {
    const [match = '', behind = ''] = part.split(markEnd)
    return [
      { text: match, match: true },
      { text: behind, match: false },
    ]
  })
  return [{ text: before, match: false }, ...runs].filter(({ text }) => text !== '')
}

const plain = (marked: string): string => marked.replaceAll(markStart, '').replaceAll(markEnd, '')

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
