import type { TextOrder } from '../bson/compare.ts'
import { integerOf } from '../bson/numbers.ts'
import type { Document, Found } from '../bson/value.ts'
import { refuse } from '../errors.ts'

const sensitivities: Record<number, 'base' | 'accent' | 'variant'> = { 1: 'base', 2: 'accent', 3: 'variant' }
const known = new Set(['locale', 'strength', 'numericOrdering'])

/** The order that a collation asks for; `undefined` for the simple one, which compares code points. */
export function textOrder(collation: Document | undefined): TextOrder | undefined {
  if (!collation) return undefined
  const locale = collation.get('locale')
  if (typeof locale !== 'string')
    refuse('FailedToParse', "BSON field 'collation.locale' is missing but a required field")
  for (const name of collation.keys())
    if (!known.has(name)) refuse('CommandNotSupported', `The collation option '${name}' is not supported`)
  return locale === 'simple' ? undefined : collatorOf(locale, collation).compare
}

function collatorOf(locale: string, collation: Document): Intl.Collator {
  const sensitivity = sensitivities[strengthOf(collation.get('strength'))]
  if (!sensitivity) refuse('CommandNotSupported', 'Only the collation strengths 1, 2 and 3 are supported')
  const name = locale.replaceAll('_', '-')
  if (!isKnown(name)) refuse('BadValue', `Field 'locale' is invalid in: { locale: "${locale}" }`)
  return new Intl.Collator(name, { sensitivity, numeric: collation.get('numericOrdering') === true })
}

function strengthOf(value: Found): number {
  return value === undefined ? 3 : (integerOf(value) ?? 0)
}

function isKnown(locale: string): boolean {
  try {
    return Intl.Collator.supportedLocalesOf(locale).length > 0
  } catch {
    return false
  }
}
