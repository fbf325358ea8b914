import { integerOf } from '../bson/numbers.ts'
import { typeOf } from '../bson/types.ts'
import { documentOf, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'

/** A collation with every option said, as MongoDB shows it. */
export interface CollationOptions {
  locale: string
  caseLevel: boolean
  caseFirst: 'upper' | 'lower' | 'off'
  strength: number
  numericOrdering: boolean
  alternate: 'non-ignorable' | 'shifted'
  maxVariable: 'punct' | 'space'
  normalization: boolean
  backwards: boolean
}

/** The version of ICU that MongoDB names. */
const version = '57.1'

const names = new Set(
  'locale caseLevel caseFirst strength numericOrdering alternate maxVariable normalization backwards version'.split(
    ' ',
  ),
)

/** The options with the defaults of the locale. Refuses what is wrong as MongoDB does; `simple` is no locale here. */
export function collationOptions(collation: Document): CollationOptions {
  refuseUnknown(collation)
  const locale = localeOf(collation)
  const defaults = defaultsOf(locale)
  const options: CollationOptions = {
    locale,
    caseLevel: flag(collation, 'caseLevel'),
    caseFirst: choice(collation, 'caseFirst', ['upper', 'lower', 'off']) ?? defaults.caseFirst,
    strength: strengthOf(collation.get('strength')),
    numericOrdering: flag(collation, 'numericOrdering'),
    alternate: choice(collation, 'alternate', ['non-ignorable', 'shifted']) ?? defaults.alternate,
    maxVariable: choice(collation, 'maxVariable', ['punct', 'space']) ?? 'punct',
    normalization: flag(collation, 'normalization'),
    backwards: flag(collation, 'backwards'),
  }
  refuseCombinations(options)
  return options
}

/** As `listIndexes` and `listCollections` show it. */
export function describeCollation(options: CollationOptions): Document {
  return documentOf({ ...options, version })
}

function refuseUnknown(collation: Document): void {
  for (const name of collation.keys())
    if (!names.has(name)) refuse(40415, `BSON field 'collation.${name}' is an unknown field.`)
  const asked = collation.get('version')
  if (asked !== undefined && asked !== version)
    refuse(
      'IncompatibleCollationVersion',
      `Requested collation version ${String(asked)} but the only available collator version was ${version}`,
    )
}

/** MongoDB takes a locale only by ICU's own name for it, such as `pt_BR`. */
function localeOf(collation: Document): string {
  const locale = collation.get('locale')
  if (locale === undefined) refuse(40414, "BSON field 'collation.locale' is missing but a required field")
  if (typeof locale !== 'string') return refuseType('locale', locale, 'string')
  if (locale.includes('@') || locale === 'fr_CA')
    refuse('CommandNotSupported', `The collation locale '${locale}' is not supported`)
  const known = icuName(locale)
  if (known === locale) return locale
  const hint = known ? `. Did you mean '${known}'?` : ''
  return refuse('BadValue', `Field 'locale' is invalid in: { locale: "${locale}" }${hint}`)
}

function icuName(locale: string): string | undefined {
  try {
    const tag = locale.replaceAll('_', '-')
    if (Intl.Collator.supportedLocalesOf(tag).length === 0) return undefined
    return new Intl.Collator(tag).resolvedOptions().locale.replaceAll('-', '_')
  } catch {
    return undefined
  }
}

function defaultsOf(locale: string): Pick<CollationOptions, 'caseFirst' | 'alternate'> {
  const { caseFirst, ignorePunctuation } = new Intl.Collator(locale.replaceAll('_', '-')).resolvedOptions()
  return {
    caseFirst: caseFirst === 'upper' || caseFirst === 'lower' ? caseFirst : 'off',
    alternate: ignorePunctuation ? 'shifted' : 'non-ignorable',
  }
}

function refuseCombinations({ caseFirst, caseLevel, strength, backwards }: CollationOptions): void {
  if (backwards && strength === 1)
    refuse('BadValue', "'backwards' is invalid with 'strength' of 1 in the collation")
  if (caseFirst !== 'off' && !caseLevel && strength < 3)
    refuse('BadValue', "'caseFirst' is invalid unless 'caseLevel' is on or 'strength' is greater than 2")
}

function strengthOf(value: Found): number {
  if (value === undefined) return 3
  const strength = integerOf(value)
  if (strength === undefined) return refuseType('strength', value, 'int')
  if (strength < 1 || strength > 5)
    refuse('FailedToParse', `Field 'strength' must be an integer 1 through 5. Got: ${strength}`)
  return strength
}

function flag(collation: Document, name: string): boolean {
  const value = collation.get(name)
  if (value === undefined || typeof value === 'boolean') return value ?? false
  return refuseType(name, value, 'bool')
}

function choice<Name extends string>(
  collation: Document,
  name: string,
  names: readonly Name[],
): Name | undefined {
  const value = collation.get(name)
  if (value === undefined) return undefined
  if (typeof value !== 'string') return refuseType(name, value, 'string')
  return (
    names.find((one) => one === value) ??
    refuse('BadValue', `Enumeration value '${value}' for field 'collation.${name}' is not a valid value.`)
  )
}

function refuseType(name: string, value: Value, expected: string): never {
  return refuse(
    'TypeMismatch',
    `BSON field 'collation.${name}' is the wrong type '${typeOf(value)}', expected type '${expected}'`,
  )
}
