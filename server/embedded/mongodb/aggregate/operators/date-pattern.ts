import { refuse } from '../../errors.ts'
import { unreadable } from './date-text.ts'
import { fromZone } from './zones.ts'

interface Letter {
  name: string
  exact: string
  /** What MongoDB may read where the exact form does not stand; it is lenient with digits. */
  loose: string
}

const letters: Record<string, Letter> = {
  Y: number('year', 4),
  m: number('month', 2),
  d: number('day', 2),
  H: number('hour', 2),
  M: number('minute', 2),
  S: number('second', 2),
  L: number('millisecond', 3),
  z: { name: 'zone', exact: '(?<zone>Z|[+-]\\d\\d:?\\d\\d)', loose: '.+' },
}

const others = new Set('jwuUVGBbZ'.split(''))

function number(name: string, digits: number): Letter {
  return { name, exact: `(?<${name}>\\d{${digits}})`, loose: `\\D*\\d{1,${digits}}` }
}

/** A date by a format of `%` letters. Refuses with ConversionFailure what does not fit it. */
export function parseByFormat(text: string, format: string, zone: string | undefined): Date {
  const pieces = [...format.matchAll(/%([\s\S]?)|[^%]/g)].map(([all, letter]) =>
    letter === undefined || letter === '%' ? literal(letter ?? all) : letterFor(letter),
  )
  const names = pieces.map(({ name }) => name)
  if (!['year', 'month', 'day'].every((name) => names.includes(name)))
    refuse('CommandNotSupported', `Reading dates by the format '${format}' is not supported`)
  const match = new RegExp(`^${pieces.map(({ exact }) => exact).join('')}$`).exec(text)
  if (match?.groups) return dateOf(text, match.groups, zone)
  if (new RegExp(`^${pieces.map(({ loose }) => loose).join('')}$`).test(text))
    refuse('CommandNotSupported', `Reading '${text}' by the format '${format}' is not supported`)
  return unreadable(text)
}

function literal(character: string): Letter {
  const escaped = character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return { name: '', exact: escaped, loose: escaped }
}

function letterFor(letter: string): Letter {
  const known = Object.hasOwn(letters, letter) ? letters[letter] : undefined
  if (known) return known
  if (others.has(letter))
    refuse('CommandNotSupported', `%${letter} is not supported in a format of $dateFromString`)
  return refuse(18536, `Invalid format character '%${letter}' in format string`)
}

function dateOf(text: string, groups: Record<string, string | undefined>, zone: string | undefined): Date {
  const part = (name: string, fallback = 0) => Number(groups[name] ?? fallback)
  const own = groups['zone']
  if (own && zone) unreadable(text)
  const date = new Date(0)
  date.setUTCFullYear(part('year'), part('month', 1) - 1, part('day', 1))
  date.setUTCHours(part('hour'), part('minute'), part('second'), part('millisecond'))
  const isReal =
    date.getUTCMonth() === part('month', 1) - 1 &&
    date.getUTCDate() === part('day', 1) &&
    date.getUTCHours() === part('hour') &&
    date.getUTCMinutes() === part('minute')
  if (!isReal) unreadable(text)
  return fromZone(date, own === 'Z' ? undefined : (own ?? zone))
}
