import type { Settings } from '../settings/settings.ts'
import { eachToken } from './tokenize.ts'
import type { TokenVisitor } from './tokenize.ts'

/** Walks the words of a text as an index wants them cut. */
export type Tokenizer = (text: string, visitor: TokenVisitor) => void

type TokenSettings = Pick<Settings, 'separatorTokens' | 'nonSeparatorTokens' | 'dictionary'>

/** The usual tokenizer, unless the settings add separators, take some away or name words to keep whole. */
export function tokenizerFor({ separatorTokens, nonSeparatorTokens, dictionary }: TokenSettings): Tokenizer {
  const kept = new Set(nonSeparatorTokens)
  const separators = separatorTokens.filter((token) => !kept.has(token))
  const steps = [
    step(dictionary, (words) => `(?<![\\p{L}\\p{N}])(${words})(?![\\p{L}\\p{N}])`, letters),
    step(
      separators,
      (tokens) => `(${tokens})`,
      (token) => ' '.repeat(token.length),
    ),
    step(nonSeparatorTokens, (tokens) => `(${tokens})`, letters),
  ].filter((each) => each !== undefined)
  if (steps.length === 0) return eachToken
  return (text, visitor) => {
    const disguised = steps.reduce((changed, each) => each(changed), text)
    eachToken(disguised, { ...visitor, word: (raw, at) => visitor.word(text.slice(at, at + raw.length), at) })
  }
}

/** A step that writes something else of the same length over some tokens, the longest first. */
function step(tokens: string[], pattern: (tokens: string) => string, cover: (token: string) => string) {
  const written = tokens.filter((token) => token !== '').map(escaped)
  if (written.length === 0) return undefined
  const longestFirst = written.sort((one, other) => other.length - one.length).join('|')
  const found = new RegExp(pattern(longestFirst), 'gu')
  return (text: string) => text.replace(found, cover)
}

function escaped(token: string): string {
  return token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** Signs that count as parts of words and occur in no text. */
function letters(token: string): string {
  return '\ue000'.repeat(token.length)
}
