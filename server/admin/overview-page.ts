import type { Request } from 'express'
import { adminFrame } from './admin-frame.ts'
import { decisionDays, type Waits } from './what-waits.ts'

/** The model of `views/admin/overview.hbs`. */
export function overviewPage(waits: Waits[], { t }: Pick<Request, 't'>) {
  const troubles = waits.filter(({ concern, count }) => concern !== 'held' && count > 0)
  return {
    ...adminFrame('overview', t),
    summary: t(troubles.length > 0 ? 'admin:overview.some' : 'admin:overview.none'),
    waits: waits.map(({ concern, count, href }) => ({
      ...{ count, href },
      label: t(`admin:overview.concern.${concern}.label`),
      meaning: t(`admin:overview.concern.${concern}.meaning`, { days: decisionDays }),
      tone: concern === 'held' ? 'plain' : count > 0 ? 'wrong' : 'well',
    })),
  }
}
