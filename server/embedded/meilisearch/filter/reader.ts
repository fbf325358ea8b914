import { MeilisearchError } from '../errors.ts'

/** A place in a filter text. */
export type Reader = { text: string; at: number; code: string; depth: number }

const reserved = [
  'AND',
  'OR',
  'NOT',
  'IN',
  'TO',
  'EXISTS',
  'IS',
  'NULL',
  'EMPTY',
  'CONTAINS',
  'STARTS',
  'WITH',
  '_geoRadius',
  '_geoBoundingBox',
  '_geoPolygon',
]
const wordPart = /[\p{L}\p{N}_\-.]/u
const escapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '0': '\0',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
}

/** A failure whose message ends with the columns (1-based) and the text, as in the original. */
export function failAt(
  reader: Reader,
  message: string,
  at: number,
  end = reader.text.length,
  options = { concernsIndex: false },
): MeilisearchError {
  const [from, to] = [column(reader.text, at), Math.max(column(reader.text, end), column(reader.text, at))]
  return new MeilisearchError(reader.code, `${message}\n${from}:${to} ${reader.text}`, options)
}

function column(text: string, at: number): number {
  return [...text.slice(0, at)].length + 1
}

export function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++
}

/** Takes a sign such as `>=` or `(` where it comes next. */
export function takeSign(reader: Reader, sign: string): boolean {
  skipSpace(reader)
  if (!reader.text.startsWith(sign, reader.at)) return false
  reader.at += sign.length
  return true
}

/** Takes a keyword where it comes next as a whole word; `IS NOT` may be written with any spaces between. */
export function takeKeyword(reader: Reader, ...words: string[]): boolean {
  const start = reader.at
  for (const word of words) {
    skipSpace(reader)
    const end = reader.at + word.length
    if (!reader.text.startsWith(word, reader.at) || wordPart.test(characterAt(reader.text, end))) {
      reader.at = start
      return false
    }
    reader.at = end
  }
  return true
}

function characterAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : ''
}

/** A word, or a quoted text; undefined where neither comes next, or a word that is reserved. */
export function takeValue(reader: Reader): string | undefined {
  skipSpace(reader)
  const quote = reader.text[reader.at]
  if (quote === '"' || quote === "'") return quoted(reader, quote)
  const word = wordAt(reader)
  if (word === '' || reserved.includes(word)) return undefined
  reader.at += word.length
  return word
}

function wordAt({ text, at }: Reader): string {
  let end = at
  while (wordPart.test(characterAt(text, end))) end += characterAt(text, end).length
  return text.slice(at, end)
}

/** What to say of a place where a value was expected and none was found. */
export function expectedValue(reader: Reader): MeilisearchError {
  const found = /^[^\s()=<>!]*/.exec(reader.text.slice(reader.at))![0]
  const end = reader.at + found.length
  if (found === '') return failAt(reader, 'Was expecting a value but instead got nothing.', reader.at, end)
  const advice = `, which is a reserved keyword. To use \`${found}\` as a field name or a value, surround it by quotes.`
  const isReserved = reserved.includes(wordAt(reader))
  return failAt(
    reader,
    `Was expecting a value but instead got \`${found}\`${isReserved ? advice : '.'}`,
    reader.at,
    end,
  )
}

export function isReservedNext(reader: Reader): boolean {
  skipSpace(reader)
  return reserved.includes(wordAt(reader))
}

function quoted(reader: Reader, quote: string): string {
  const start = reader.at++
  let raw = ''
  while (reader.text[reader.at] !== quote) {
    if (reader.at >= reader.text.length) {
      const rest = reader.text.slice(start)
      throw failAt(
        reader,
        `Expression \`${rest}\` is missing the following closing delimiter: \`${quote}\`.`,
        start,
      )
    }
    if (reader.text[reader.at] === '\\' && reader.at + 1 < reader.text.length) raw += reader.text[reader.at++]
    raw += reader.text[reader.at++]
  }
  reader.at++
  return unescaped(reader, raw, start)
}

function unescaped(reader: Reader, raw: string, start: number): string {
  return raw.replace(
    /\\(u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|.|$)/gsu,
    (_, sign: string, wide?: string, byte?: string) => {
      const code = wide ?? byte
      const letter = code === undefined ? escapes[sign] : characterOf(parseInt(code, 16))
      if (letter === undefined) throw failAt(reader, `Malformed value: \`${raw}\`.`, start)
      return letter
    },
  )
}

function characterOf(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
