import type { BSONRegExp } from 'bson'
import { refuse } from '../errors.ts'

/** What PCRE knows and JavaScript reads as something else, so that it must not be passed on. */
const foreign = /\\[AZzGhHRQEKXCNaeg]|\(\?(?![:=!]|<[=!a-zA-Z])|[*+?}]\+|\[\[[:.=]|\(\*/

/** MongoDB's expressions are Perl's; those that mean something else in JavaScript are translated or refused. */
export function regexOf({ pattern, options }: Pick<BSONRegExp, 'pattern' | 'options'>): RegExp {
  const inline = /^\(\?([ims]+)\)/.exec(pattern)
  const flags = new Set(options + (inline?.[1] ?? ''))
  for (const flag of flags) if (!'imsu'.includes(flag)) refuseFlag(flag)
  const body = pattern.slice(inline?.[0].length ?? 0)
  if (foreign.test(body)) refuse('CommandNotSupported', `Regular expression is not supported: ${pattern}`)
  return compile(translate(body, flags), flags.has('i') ? 'i' : '')
}

function refuseFlag(flag: string): never {
  if (flag === 'x') refuse('CommandNotSupported', 'The regular expression option x is not supported')
  return refuse(51108, `invalid flag in regex options: ${flag}`)
}

function compile(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `${flags}u`)
  } catch {
    return compileLoosely(source, flags)
  }
}

/** Perl takes escapes of ordinary characters that JavaScript takes only outside its Unicode mode. */
function compileLoosely(source: string, flags: string): RegExp {
  if (/\\[pPu]/.test(source)) refuse('CommandNotSupported', `Regular expression is not supported: ${source}`)
  try {
    return new RegExp(source, flags)
  } catch (error) {
    return refuse(51091, `Regular expression is invalid: ${(error as Error).message}`)
  }
}

const white = ' \\t\\n\\v\\f\\r'
const insideClass = /\\[\s\S]|[\s\S]/y
const outsideClass = /\\[\s\S]|\[\^?\]?|[\s\S]/y

function translate(pattern: string, flags: ReadonlySet<string>): string {
  const outside = translations(flags)
  let result = ''
  let inClass = false
  for (let at = 0; at < pattern.length;) {
    const token = tokenAt(pattern, at, inClass ? insideClass : outsideClass)
    result += inClass ? withinClass(token) : (outside[token] ?? opening(token))
    inClass = inClass ? token !== ']' : token.startsWith('[')
    at += token.length
  }
  return result
}

function tokenAt(pattern: string, at: number, token: RegExp): string {
  token.lastIndex = at
  return token.exec(pattern)?.[0] ?? ''
}

function translations(flags: ReadonlySet<string>): Record<string, string> {
  const many = flags.has('m')
  return {
    '.': flags.has('s') ? '[\\s\\S]' : '[^\\n]',
    $: many ? '(?=\\n|(?![\\s\\S]))' : '(?=\\n?(?![\\s\\S]))',
    '^': many ? '(?<=\\n|(?<![\\s\\S]))' : '^',
    '\\s': `[${white}]`,
    '\\S': `[^${white}]`,
  }
}

/** A closing bracket that comes first in a class stands for itself. */
function opening(token: string): string {
  return token.length > 1 && token.startsWith('[') && token.endsWith(']') ? `${token.slice(0, -1)}\\]` : token
}

function withinClass(token: string): string {
  if (token === '\\S') refuse('CommandNotSupported', 'Regular expression is not supported: \\S within [ ]')
  return token === '\\s' ? white : token
}
