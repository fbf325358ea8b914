/** One line of a file, counted from 1; `problem` says why it can't be read as text. */
export type Line = { number: number; text: string } | { number: number; problem: string }

/** A line beyond this many bytes is taken for damage, so that one missing line end can't fill the memory. */
const longestLine = 1_000_000
const newline = 0x0a
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Parts bytes into lines as they come; a last line without a line end counts, an empty rest does not. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let pieces: Buffer[] = []
  let length = 0
  let number = 0
  const take = (piece: Buffer) => {
    length += piece.length
    if (length > longestLine) pieces = []
    else pieces.push(piece)
  }
  const endLine = (): Line => {
    const line = toLine(++number, pieces, length)
    pieces = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      take(chunk.subarray(start, end))
      yield endLine()
      start = end + 1
    }
    take(chunk.subarray(start))
  }
  if (length > 0) yield endLine()
}

function toLine(number: number, pieces: Buffer[], length: number): Line {
  if (length > longestLine) return { number, problem: `longer than ${longestLine} bytes` }
  try {
    const text = utf8.decode(Buffer.concat(pieces)).trim()
    return text === '' ? { number, problem: 'empty' } : { number, text }
  } catch {
    return { number, problem: 'not UTF-8' }
  }
}
