import { barTable, type BarRow } from '../charts/bar-table.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import { CONTRIBUTION_TYPES } from '../vocabulary/contribution-types.ts'
import { SDGS } from '../vocabulary/sdgs.ts'
import { addressWith } from '../web/address.ts'
import { besideEachOther } from './figures-file.ts'
import type { Figures } from './figures.ts'
import type { StatisticsReader } from './reader.ts'

/** Countries that are shown without asking for all. */
const mostCountries = 12

/** What is offered beside what is needed: by goal, type of contribution and country. */
export function subjectSection({ offered, needed }: Figures, { t, language }: StatisticsReader) {
  const names = namesIn(language)
  const words = (part: string) => ({
    caption: t(`statistics:subjects.${part}.caption`),
    rows: t(`statistics:subjects.${part}.rows`),
    series: [
      { name: t('statistics:cleared-offers'), tone: 'accent' as const },
      { name: t('statistics:needs'), tone: 'warm' as const },
    ],
  })
  const countries: BarRow[] = besideEachOther('countries', offered, needed).map(
    ({ code, offers, needs }) => ({
      label: names.country(code),
      values: [offers, needs],
      href: addressWith(paths.needs(), { country: code }),
    }),
  )
  return {
    goals: barTable(
      SDGS.map((goal) => ({
        label: `${goal}. ${names.goal(goal).name}`,
        values: [offered.goals.of(goal), needed.goals.of(goal)],
      })),
      words('goals'),
    ),
    types: barTable(
      CONTRIBUTION_TYPES.map((type) => ({
        label: names.type(type),
        values: [offered.types.of(type), needed.types.of(type)],
      })),
      words('types'),
    ),
    countries: countries.length > 0 && barTable(countries.slice(0, mostCountries), words('countries')),
    allCountries: countries.length > mostCountries && barTable(countries, words('all-countries')),
    anywhere: t('statistics:subjects.anywhere', { offers: offered.anywhere, needs: needed.anywhere }),
  }
}
