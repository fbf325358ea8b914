import { BSONSymbol } from 'bson'
import { textOf, type TextOrder } from '../bson/compare.ts'
import { keyPart } from '../bson/key.ts'
import { isDocument, type Found, type Value } from '../bson/value.ts'

/** Gives equal values the same text, and different ones different texts. */
export type KeyOf = (value: Found) => string

/** Equality by a text order too: of texts that are equal by it the first stands for all. */
export function keysBy(texts: TextOrder | undefined): KeyOf {
  const representative = texts ? representatives(texts) : undefined
  return (value) => {
    if (value === undefined) return ''
    const plain = representative ? withTexts(value, representative) : value
    return keyPart(plain).bytes.toString('latin1')
  }
}

/** The texts met so far stand in their order, one of each that are equal. */
function representatives(texts: TextOrder): (text: string) => string {
  const known = new Map<string, string>()
  const ordered: string[] = []
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const at = placeOf(text, ordered, texts)
    const there = ordered[at]
    const one = there !== undefined && texts(there, text) === 0 ? there : text
    if (one === text) ordered.splice(at, 0, text)
    known.set(text, one)
    return one
  }
}

/** The first place whose text is not less. */
function placeOf(text: string, ordered: readonly string[], texts: TextOrder): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (texts(ordered[middle] as string, text) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function withTexts(value: Value, representative: (text: string) => string): Value {
  if (typeof value === 'string' || value instanceof BSONSymbol) return representative(textOf(value))
  if (Array.isArray(value)) return value.map((element) => withTexts(element, representative))
  if (!isDocument(value)) return value
  return new Map([...value].map(([name, inner]) => [name, withTexts(inner, representative)]))
}
