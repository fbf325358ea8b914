import type { Screening, Verdict } from '../../server/screening/screening.ts'

/** What the rules say of a first revision; everything but cleared has one open reason, `name`. */
export const screening = (verdict: Verdict, at: Date): Screening => ({
  ...{ revision: 1, verdict, level: 'low', depth: 'basic', desk: 'country-office', at },
  findings:
    verdict === 'cleared'
      ? []
      : [
          {
            check: 'not-sanctioned',
            verdict,
            reasons: [{ rule: 'r', version: '1', source: 's', facts: {}, key: 'name' }],
          },
        ],
  suggestions: { sdgs: [], concepts: [] },
  ...{ routes: [], barredFor: [], rulesVersion: '1' },
})
