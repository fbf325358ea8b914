import type { BSONRegExp } from 'bson'
import { refuse } from '../errors.ts'
import { type Pattern, patternOf, refuseConstruct } from './regex/pattern.ts'
import { translate } from './regex/translate.ts'

type Stated = Pick<BSONRegExp, 'pattern' | 'options'>

/**
 * MongoDB's expressions are Perl's; those that JavaScript cannot say exactly are refused, and those that it can say
 * only with more groups than were stated.
 */
export function regexOf(stated: Stated): RegExp {
  const { source, pattern } = translated(stated)
  if (pattern.written >= pattern.groups.length) refuseConstruct(pattern)
  return compile({ source, pattern })
}

/** Whether a text has a match. */
export function textTest(stated: Stated): (text: string) => boolean {
  const { source, pattern } = translated(stated)
  const regex = compile({ source, pattern })
  if (!pattern.asksLetters) return (text) => regex.test(text)
  return (text) => {
    if (/[\u017f\u212a]/.test(text))
      refuse('CommandNotSupported', `Regular expression is not supported on such a text: ${stated.pattern}`)
    return regex.test(text)
  }
}

interface Translated {
  source: string
  pattern: Pattern
}

function translated({ pattern: source, options }: Stated): Translated {
  for (const flag of options)
    if (!'imsxu'.includes(flag)) refuse(51108, `invalid flag in regex options: ${flag}`)
  const leading = /^(?:\(\?[imsx]+\))+/.exec(source)?.[0] ?? ''
  const flags = new Set([...options, ...leading.replace(/[()?]/g, '')])
  const pattern = patternOf(source.slice(leading.length), flags)
  return { source: translate(pattern), pattern }
}

function compile({ source, pattern }: Translated): RegExp {
  try {
    return new RegExp(source, pattern.ignoresCase ? 'iu' : 'u')
  } catch (error) {
    return refuse(51091, `Regular expression is invalid: ${(error as Error).message}`)
  }
}
