import type { Offer } from '../../offers/offer.ts'
import type { Controversy, Organisation } from '../../organisations/organisation.ts'
import { findingOf } from '../finding.ts'
import { reasonOf } from '../reason.ts'
import type { ScreeningContext } from '../screening-context.ts'
import { levels } from '../screening.ts'
import type { Finding, Level, Reason } from '../screening.ts'
import { sectorRisks } from './risk/sector-risks.ts'

export interface RiskFinding {
  finding: Finding
  level: Level
}

/** Years after which a controversy weighs one step less. */
const oldAfter = 10
const severities: readonly Controversy['severity'][] = ['minor', 'serious', 'severe']
/** Steps that a controversy adds, by its weight after ageing. */
const raises = { minor: 0, serious: 1, severe: 2 }

/**
 * Level of risk: that of the riskiest industry, raised by the gravest controversy. Low and moderate go on and
 * show why; substantial and high wait for a person. Membership of the Global Compact changes nothing.
 */
export function risk(offer: Offer, company: Organisation, { now }: ScreeningContext): RiskFinding {
  const sectors = sectorRisks(offer, company)
  const controversies = company.profile?.controversies ?? []
  const level = levelOf(
    sectors.map((sector) => sector.level),
    controversies,
    now,
  )
  const reasons = [
    ...sectors.map((sector) => reasonOf('risk.industry', { ...sector }, ['industry', 'level'])),
    ...controversies.map((controversy) =>
      reasonOf('risk.controversy', { ...controversy }, ['kind', 'severity', 'year']),
    ),
  ]
  const mustWait = level === 'substantial' || level === 'high'
  const finding = findingOf('risk', {
    held: mustWait ? reasons : [],
    alongside: membershipOf(company),
    cleared: reasons.length > 0 ? reasons : [reasonOf('risk.nothing-known')],
  })
  return { finding, level }
}

function levelOf(sectors: Level[], controversies: Controversy[], now: Date): Level {
  const base = Math.max(0, ...sectors.map((level) => levels.indexOf(level)))
  const raise = Math.max(0, ...controversies.map((controversy) => raises[aged(controversy, now)]))
  return levels[Math.min(base + raise, levels.length - 1)] ?? 'high'
}

function aged({ severity, year }: Controversy, now: Date): Controversy['severity'] {
  const steps = now.getUTCFullYear() - year > oldAfter ? 1 : 0
  return severities[Math.max(0, severities.indexOf(severity) - steps)] ?? 'minor'
}

function membershipOf({ profile }: Organisation): Reason[] {
  return profile?.declarations['globalCompact'] === true ? [reasonOf('risk.global-compact')] : []
}
