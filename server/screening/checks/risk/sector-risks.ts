import type { Offer } from '../../../offers/offer.ts'
import type { Organisation } from '../../../organisations/organisation.ts'
import { isWithin } from '../../../vocabulary/industries.ts'
import { riskSectors } from '../../rules/risk-sectors.ts'
import type { RiskSector } from '../../rules/risk-sectors.ts'
import { levels } from '../../screening.ts'
import type { Level } from '../../screening.ts'
import { shareOf } from '../permitted/declared-facts.ts'

/** A risky industry that the company is in, by the code that shows it. */
export interface SectorRisk {
  sector: string
  industry: string
  level: Level
}

/** Percent of revenue below which a line of business counts one level lower. */
const minorLine = 20

/** By main activity, revenue and what the offer itself is about; a code counts for its riskiest sector only. */
export function sectorRisks(offer: Offer, company: Organisation): SectorRisk[] {
  const { industry, revenueShares = {} } = company.profile ?? {}
  const main = [industry, offer.industry].filter((code) => code !== undefined)
  const codes = [...new Set([...main, ...Object.keys(revenueShares)])]
  return codes.flatMap((code) => {
    const sector = riskSectors.find(({ industries }) => industries.some((risky) => isWithin(code, risky)))
    if (!sector) return []
    const isMinor = !main.includes(code) && shareOf(revenueShares, sector.industries) < minorLine
    const level = isMinor ? oneLower(sector.level) : sector.level
    return level === 'low' ? [] : [{ sector: sector.id, industry: code, level }]
  })
}

const oneLower = (level: RiskSector['level']): Level => levels[levels.indexOf(level) - 1] ?? 'low'
