import type { ResponseFigures } from '../answers/response-figures.ts'
import type { Column } from '../exports/exportable.ts'
import type { Figures } from './figures.ts'
import type { Median } from '../charts/median.ts'
import { spanOf, type Period } from './period.ts'
import type { Subjects } from './subjects.ts'

const day = 86_400_000

export type FiguresFile = ReturnType<typeof figuresFile>

/** The figures as the JSON file has them: shares from 0 to 1, medians in days, `null` where there are too few cases. */
export function figuresFile(period: Period, at: Date, figures: Figures) {
  const { offers, needs, funnel, responses, outcomes, decisions, needStates, offered, needed, time } = figures
  return {
    generatedAt: at,
    period,
    from: spanOf(period, at).from,
    posted: { offers, needs },
    funnel: funnel.map(({ step, count, share, median }) => ({
      ...{ step, count, share },
      ...daysOf(median),
    })),
    responses: { ...responseOf(responses.all) },
    entities: responses.entities.map((one) => ({ code: one.organisationId, ...responseOf(one) })),
    screening: { ...outcomes, ...daysOf(decisions) },
    needs: needStates,
    sdgs: besideEachOther('goals', offered, needed),
    contributionTypes: besideEachOther('types', offered, needed),
    countries: besideEachOther('countries', offered, needed),
    anywhere: { offers: offered.anywhere, needs: needed.anywhere },
    time: time.keys.map((key, index) => ({
      key,
      offers: time.offers[index] ?? 0,
      needs: time.needs[index] ?? 0,
      introductions: time.introductions[index] ?? 0,
    })),
  }
}

const responseOf = ({ asked, answeredInTime, rate, time }: ResponseFigures) => ({
  ...{ asked, answeredInTime, rate },
  ...daysOf(time),
})

const daysOf = (median: Median | null) => ({
  medianDays: median?.value === null || !median ? null : Math.round((median.value / day) * 1000) / 1000,
  cases: median?.cases ?? null,
})

/** Codes that either side names, those of most postings first. */
export function besideEachOther(kind: 'goals' | 'types' | 'countries', offered: Subjects, needed: Subjects) {
  const codes = new Set([...needed[kind].entries(), ...offered[kind].entries()].map(([code]) => code))
  return [...codes]
    .map((code) => ({ code, offers: offered[kind].of(code), needs: needed[kind].of(code) }))
    .sort((one, other) => other.offers + other.needs - one.offers - one.needs)
}

/** One figure of the table: `sdgs`, `3`, `offers`, 12. */
export interface FigureRow {
  group: string
  key: string
  measure: string
  value: string | number
}

export const figuresColumns: Column<FigureRow>[] = [
  { name: 'group', valueOf: ({ group }) => group },
  { name: 'key', valueOf: ({ key }) => key },
  { name: 'measure', valueOf: ({ measure }) => measure },
  { name: 'value', valueOf: ({ value }) => value },
]

const keyNames = ['step', 'code', 'key']

/** The same figures one to a row; those that are not given are left out. */
export function figuresRows({
  generatedAt: _at,
  period: _period,
  from: _from,
  ...groups
}: FiguresFile): FigureRow[] {
  return Object.entries(groups).flatMap(([group, figures]) =>
    Array.isArray(figures)
      ? figures.flatMap((row) => measuresOf(group, keyOf(row), row))
      : Object.entries(figures).flatMap(([key, value]) =>
          typeof value === 'object' && value !== null
            ? measuresOf(group, key, value)
            : measuresOf(group, key, { count: value }),
        ),
  )
}

const keyOf = (row: object): string =>
  String(Object.entries(row).find(([name]) => keyNames.includes(name))?.[1])

function measuresOf(group: string, key: string, row: object): FigureRow[] {
  return Object.entries(row)
    .filter(([name, value]) => !keyNames.includes(name) && typeof value === 'number')
    .map(([measure, value]) => ({ group, key, measure, value }))
}
