import { barTable, type BarRow } from '../charts/bar-table.ts'
import { stepWords } from '../charts/step-words.ts'
import { worldMap } from '../charts/world-map.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import { CONTRIBUTION_TYPES } from '../vocabulary/contribution-types.ts'
import { SDGS } from '../vocabulary/sdgs.ts'
import { besideEachOther } from './figures-file.ts'
import type { Figures } from './figures.ts'
import type { StatisticsReader } from './reader.ts'
import type { Subjects } from './subjects.ts'

/** Countries that are shown without asking for all. */
const mostCountries = 12

/** What is offered beside what is needed: by goal, type of contribution and country. */
export function subjectSection({ offered, needed }: Figures, reader: StatisticsReader) {
  const { t, language } = reader
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
      href: paths.country(code),
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
    map: countries.length > 0 && mapOf(offered, needed, reader),
    countries: countries.length > 0 && barTable(countries.slice(0, mostCountries), words('countries')),
    allCountries: countries.length > mostCountries && barTable(countries, words('all-countries')),
    anywhere: t('statistics:subjects.anywhere', { offers: offered.anywhere, needs: needed.anywhere }),
  }
}

/** Where there is most to do together: cleared offers and needs of each country. */
function mapOf(offered: Subjects, needed: Subjects, { t, language, writing }: StatisticsReader) {
  const names = namesIn(language)
  const values = besideEachOther('countries', offered, needed).map(({ code, offers, needs }) => ({
    ...{ country: code, value: offers + needs },
    ...{ name: names.country(code), href: paths.country(code) },
  }))
  return worldMap(values, {
    caption: t('statistics:subjects.map'),
    country: t('statistics:subjects.countries.rows'),
    value: t('statistics:subjects.postings'),
    say: (value) => `${t('statistics:subjects.postings')}: ${writing.number(value)}`,
    step: stepWords(t, writing.number),
  })
}
