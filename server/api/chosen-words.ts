import { queryIn } from '../exports/json-file.ts'
import type { Reader } from '../exports/exportable.ts'
import { namesIn } from '../postings/posting-names.ts'
import { conceptLabel } from '../vocabulary/concepts/concepts.ts'
import { isContributionType } from '../vocabulary/contribution-types.ts'
import { industryPath } from '../vocabulary/industries.ts'
import { isLanguage } from '../vocabulary/languages.ts'

/** What the search at an address of a register asks for, in words; what is ordered how is no part of it. */
export function chosenWords(address: string, { language, t }: Reader): string[] {
  const names = namesIn(language)
  const wordFor = (parameter: string, value: string): string | undefined => {
    switch (parameter) {
      case 'q':
        return `“${value}”`
      case 'kind':
        return t(`accounts:kind.${value}`)
      case 'sdg':
        return `${value}. ${names.goal(Number(value)).name}`
      case 'topic':
        return conceptLabel(value, isLanguage(language) ? language : 'en')
      case 'region':
      case 'group':
        return names.region(value)
      case 'country':
        return names.country(value)
      case 'industry':
        return t(`organisations:industry.${industryPath(value)[0]}`)
      case 'type':
        return isContributionType(value) ? names.type(value) : value
      case 'model':
        return t(`partnerships:model.${value}`)
    }
    return undefined
  }
  return Object.entries(queryIn(address)).flatMap(([parameter, values]) =>
    [values].flat().flatMap((value) => wordFor(parameter, value) ?? []),
  )
}
