import { int32Of, isNumeric, toDouble } from '../../bson/numbers.ts'
import { compareStrings } from '../../bson/strings.ts'
import type { Found, Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { windowOf } from './arrays.ts'
import { type Build, isNothing, kindOf, over, overInTurn, overPresent } from './build.ts'
import { looseText } from './texts.ts'

export const strings: Record<string, Build> = Object.fromEntries([
  overInTurn(
    '$concat',
    (value) => void stringFor('$concat', value, 16702),
    (values) => values.join(''),
  ),
  over('$toLower', 1, 1, (value) => lower(looseText(value))),
  over('$toUpper', 1, 1, (value) => upper(looseText(value))),
  over('$strcasecmp', 2, 2, (a, b) => Math.sign(compareStrings(upper(looseText(a)), upper(looseText(b))))),
  over('$strLenCP', 1, 1, (value) => [...stringFor('$strLenCP', value, 34471)].length),
  over('$strLenBytes', 1, 1, (value) => Buffer.byteLength(stringFor('$strLenBytes', value, 34473))),
  over('$substrCP', 3, 3, substringByCharacters),
  over('$substrBytes', 3, 3, substringByBytes),
  over('$substr', 3, 3, substringByBytes),
  overPresent('$split', 2, 2, split),
  over('$indexOfCP', 2, 4, indexByCharacters),
  over('$indexOfBytes', 2, 4, indexByBytes),
])

export function stringFor(name: string, value: Found, code: number): string {
  if (typeof value === 'string') return value
  return refuse(code, `${name} requires a string argument, found: ${kindOf(value)}`)
}

/** Only the letters of ASCII change, as in MongoDB. */
function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function upper(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase())
}

function substringByCharacters(value: Found, from: Found, count: Found): string {
  const characters = [...looseText(value)]
  const start = int32For('starting index', from, 34450)
  const length = int32For('length', count, 34452)
  if (length < 0) refuse(34454, '$substrCP: length must be a nonnegative integer.')
  if (start < 0) refuse(34455, '$substrCP: the starting index must be nonnegative integer.')
  return characters.slice(start, start + length).join('')
}

/** `code` is MongoDB's error where it is no number, the next one where it is no int32. */
function int32For(which: string, value: Found, code: number): number {
  if (!isNumeric(value))
    refuse(code, `$substrCP: ${which} must be a numeric type (is BSON type ${kindOf(value)})`)
  return (
    int32Of(value) ?? refuse(code + 1, `$substrCP: ${which} cannot be represented as a 32-bit integral value`)
  )
}

/** A negative length asks for all that follows. */
function substringByBytes(value: Found, from: Found, count: Found): string {
  const bytes = Buffer.from(looseText(value))
  const start = wholeFor('starting index', from, 16034)
  const wanted = wholeFor('length', count, 16035)
  if (start < 0) refuse(50752, `$substrBytes: starting index must be non-negative (got: ${start})`)
  const end = wanted < 0 ? bytes.length : Math.min(bytes.length, start + wanted)
  if (isContinuation(bytes, start))
    refuse(28656, '$substrBytes: Invalid range, starting index is a UTF-8 continuation byte.')
  if (isContinuation(bytes, end))
    refuse(28657, '$substrBytes: Invalid range, ending index is in the middle of a UTF-8 character.')
  return bytes.toString('utf8', start, Math.max(start, end))
}

function wholeFor(which: string, value: Found, code: number): number {
  if (!isNumeric(value))
    refuse(code, `$substrBytes: ${which} must be a numeric type (is BSON type ${kindOf(value)})`)
  return Math.trunc(toDouble(value))
}

function isContinuation(bytes: Buffer, at: number): boolean {
  return at < bytes.length && ((bytes[at] as number) & 0xc0) === 0x80
}

function split(value: Value, by: Value): Value {
  const text = stringFor('$split', value, 40085)
  const separator = stringFor('$split', by, 40086)
  if (separator === '') refuse(40087, '$split requires a non-empty separator')
  return text.split(separator)
}

function indexByCharacters(value: Found, token: Found, from: Found, to: Found): Found {
  if (isNothing(value)) return null
  const characters = [...stringFor('$indexOfCP', value, 40093)]
  const wanted = [...stringFor('$indexOfCP', token, 40094)]
  const [start, end] = windowOf('$indexOfCP', from, to, characters.length)
  if (end < start) return -1
  if (characters.length === 0 && wanted.length === 0 && start === 0) return 0
  for (let at = start; at < end; at++)
    if (wanted.every((character, ahead) => characters[at + ahead] === character)) return at
  return -1
}

function indexByBytes(value: Found, token: Found, from: Found, to: Found): Found {
  if (isNothing(value)) return null
  const bytes = Buffer.from(stringFor('$indexOfBytes', value, 40091))
  const wanted = Buffer.from(stringFor('$indexOfBytes', token, 40092))
  const [start, end] = windowOf('$indexOfBytes', from, to, bytes.length)
  if (start > bytes.length || end < start) return -1
  return bytes.subarray(0, end).indexOf(wanted, start)
}
