import { isObject } from './json.ts'
import type { Json } from './json.ts'

/** Says that a value is not of the kind that was expected; `path` is written `.queries[0].q`, empty for the body. */
export function wrongType(path: string, expected: string, value: Json): string {
  return `Invalid value type${placed(path)}: expected ${expected}, but found ${described(value)}`
}

export function wrongValue(path: string, reason: string): string {
  return `Invalid value${placed(path)}: ${reason}`
}

export function unknownValue(path: string, value: string, known: readonly string[]): string {
  return `Unknown value \`${value}\`${placed(path)}: expected one of ${listed(known)}`
}

export function unknownField(path: string, name: string, known: readonly string[]): string {
  return `Unknown field \`${name}\`${inside(path)}: expected one of ${listed(known)}`
}

export function missingField(path: string, name: string): string {
  return `Missing field \`${name}\`${inside(path)}`
}

export function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}

function placed(path: string): string {
  return path === '' ? '' : ` at \`${path}\``
}

function inside(path: string): string {
  return path === '' ? '' : ` inside \`${path}\``
}

function described(value: Json): string {
  return value === null ? 'null' : `${kindOf(value)}: \`${JSON.stringify(value)}\``
}

function kindOf(value: Json): string {
  if (Array.isArray(value)) return 'an array'
  if (isObject(value)) return 'an object'
  if (typeof value === 'string') return 'a string'
  if (typeof value === 'boolean') return 'a boolean'
  if (!Number.isInteger(value)) return 'a number'
  return (value as number) < 0 ? 'a negative integer' : 'a positive integer'
}

/** `rankingScoreThreshold` as error codes write it: `ranking_score_threshold`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
