import type { TextOrder } from '../bson/compare.ts'
import type { Document } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { withAsciiDigits } from './digits.ts'
import { type CollationOptions, collationOptions, describeCollation } from './collation-options.ts'

/** Orders that are kept, so that the same collation is mostly the same function. */
const mostKept = 50
const kept = new Map<string, TextOrder>()
const namesOf = new WeakMap<TextOrder, string>()

/** The order that a collation asks for; `undefined` for the simple one, which compares code points. */
export function textOrder(collation: Document | undefined): TextOrder | undefined {
  const options = optionsOf(collation)
  if (!options) return undefined
  const name = JSON.stringify(options)
  const order = kept.get(name) ?? named(orderOf(options), name)
  kept.delete(name)
  kept.set(name, order)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
  return order
}

function orderOf(options: CollationOptions): TextOrder {
  const { compare } = collatorOf(options)
  if (!options.numericOrdering) return compare
  return (a, b) => compare(withAsciiDigits(a), withAsciiDigits(b))
}

function named(order: TextOrder, name: string): TextOrder {
  namesOf.set(order, name)
  return order
}

/** Whether two orders are of the same collation. */
export function isSameOrder(a: TextOrder | undefined, b: TextOrder | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && namesOf.get(a) === namesOf.get(b))
}

/** The collation with all its options, as MongoDB shows it; `undefined` for the simple one. */
export function fullCollation(collation: Document | undefined): Document | undefined {
  const options = optionsOf(collation)
  if (!options) return undefined
  collatorOf(options)
  return describeCollation(options)
}

function optionsOf(collation: Document | undefined): CollationOptions | undefined {
  if (!collation || collation.size === 0) return undefined
  if (collation.get('locale') !== 'simple') return collationOptions(collation)
  if (collation.size > 1)
    refuse('FailedToParse', 'If locale=simple, no other fields should be present in the collation')
  return undefined
}

/** What `Intl.Collator` does exactly as MongoDB; anything else is refused. */
function collatorOf(options: CollationOptions): Intl.Collator {
  const { locale, strength, caseLevel, caseFirst, alternate, maxVariable, backwards } = options
  const sensitivity = sensitivityOf(strength, caseLevel)
  if (!sensitivity) refuseOption(`strength ${strength}${caseLevel ? ' with caseLevel' : ''}`)
  if (backwards) refuseOption('backwards')
  if (alternate === 'shifted' && maxVariable === 'space') refuseOption("maxVariable 'space'")
  const collator = new Intl.Collator(locale.replaceAll('_', '-'), {
    sensitivity,
    numeric: options.numericOrdering,
    caseFirst: caseFirst === 'off' ? 'false' : caseFirst,
    ...(alternate === 'shifted' && { ignorePunctuation: true }),
  })
  if (collator.resolvedOptions().ignorePunctuation !== (alternate === 'shifted'))
    refuseOption(`alternate '${alternate}' for ${locale}`)
  return collator
}

function sensitivityOf(
  strength: number,
  caseLevel: boolean,
): 'base' | 'case' | 'accent' | 'variant' | undefined {
  if (strength === 1) return caseLevel ? 'case' : 'base'
  if (caseLevel) return undefined
  return strength === 2 ? 'accent' : strength === 3 ? 'variant' : undefined
}

function refuseOption(option: string): never {
  return refuse('CommandNotSupported', `A collation with ${option} is not supported`)
}
