import { equals, type TextOrder } from './compare.ts'
import { keyPart } from './key.ts'
import type { Found } from './value.ts'

/**
 * A function that gives two values the same key exactly where they are equal, under the collation where there is
 * one. It then remembers a value of each kind, so it is for one run over documents; missing and null differ.
 */
export function equalityKeys(texts?: TextOrder): (value: Found) => string {
  if (!texts) return (value) => keyPart(value).bytes.toString('latin1')
  const kinds = new Map<string, Found[]>()
  return (value) => {
    const bytes = keyPart(value, texts).bytes.toString('latin1')
    const known = kinds.get(bytes) ?? []
    const at = known.findIndex((other) => equals(other, value, texts))
    if (at >= 0) return `${at} ${bytes}`
    kinds.set(bytes, [...known, value])
    return `${known.length} ${bytes}`
  }
}
