import type { Json } from '../json.ts'
import { numberOf } from './names.ts'
import type { PreparedDocument } from './prepare.ts'
import type { DocumentId, SearchIndex } from './search-index.ts'

/** Bytes of a token, and of the number of tokens that stands first. */
const width = 4

/** What follows the tokens: the id, the number of the shape, then numbers of paths and their values in turn. */
type Rest = [DocumentId, number, ...Json[]]

/**
 * A prepared document as bytes: how many tokens, the tokens (32 bits each, in the order of the machine), then as JSON
 * what filters and facets know. Texts that come again are numbered in the index's lists.
 */
export function written(index: SearchIndex, { id, tokens, values, shape }: PreparedDocument): Buffer {
  const rest: Rest = [id, shape]
  for (const { path, value } of values) rest.push(numberOf(index.pathNames, path), value)
  const text = Buffer.from(JSON.stringify(rest))
  const head = Uint32Array.of(tokens.length)
  return Buffer.concat([bytesOf(head), bytesOf(tokens), text])
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

/** The prepared document of such bytes; `room` gives place for its tokens. Throws where the bytes are not whole. */
export function readPrepared(
  { pathNames }: SearchIndex,
  bytes: Buffer,
  room: (tokens: number) => Uint32Array,
): PreparedDocument {
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const tokens = room(count)
  const end = width * (1 + count)
  bytes.copy(bytesOf(tokens), 0, width, end)
  const [id, shape, ...flat]: Rest = JSON.parse(bytes.toString('utf8', end))
  const values = []
  for (let place = 0; place < flat.length; place += 2)
    values.push({ path: pathNames.list[flat[place] as number]!, value: flat[place + 1]! })
  return { id, tokens, values, shape }
}

/** Tokens that get their room in one piece, so that a document does not take a buffer of its own. */
const roomAtOnce = 1 << 18

/** Gives room for the tokens of one document after another. */
export function tokenRoom(): (tokens: number) => Uint32Array {
  let piece = new Uint32Array()
  let used = 0
  return (tokens) => {
    if (used + tokens > piece.length) [piece, used] = [new Uint32Array(Math.max(roomAtOnce, tokens)), 0]
    used += tokens
    return piece.subarray(used - tokens, used)
  }
}
