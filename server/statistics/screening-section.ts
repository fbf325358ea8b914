import { barTable } from '../charts/bar-table.ts'
import { needStatuses } from '../needs/need.ts'
import type { Figures } from './figures.ts'
import { medianText } from './median-text.ts'
import { outcomes as allOutcomes } from './offer-fate.ts'
import type { StatisticsReader } from './reader.ts'

/** What screening said of offers, and what became of needs. */
export function screeningSection({ outcomes, decisions, needStates }: Figures, reader: StatisticsReader) {
  const { t } = reader
  const words = (part: string, side: 'offers' | 'needs') => ({
    caption: t(`statistics:${part}.caption`),
    rows: t(`statistics:${part}.rows`),
    series: [
      { name: t(`statistics:${side}`), tone: side === 'offers' ? ('accent' as const) : ('warm' as const) },
    ],
  })
  return {
    decision: t('statistics:outcomes.decision', { time: medianText(decisions, reader) }),
    outcomes: barTable(
      allOutcomes.map((outcome) => ({
        label: t(`statistics:outcomes.${outcome}`),
        values: [outcomes[outcome]],
      })),
      words('outcomes', 'offers'),
    ),
    needs: barTable(
      needStatuses
        .filter((status) => status !== 'draft')
        .map((status) => ({ label: t(`state.${status}`), values: [needStates[status]] })),
      words('need-states', 'needs'),
    ),
  }
}
