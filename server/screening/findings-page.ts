import type { TFunction } from 'i18next'
import type { ScreeningView } from './views.ts'

/** Models of `views/components/finding.hbs`, one for each check in its order. */
export const findingsPage = ({ checks }: ScreeningView, t: TFunction) =>
  checks.map(({ check, verdict, reasons }) => ({
    check,
    verdict,
    reasons,
    name: t(`screening:check.${check}.name`),
    question: t(`screening:check.${check}.question`),
  }))
