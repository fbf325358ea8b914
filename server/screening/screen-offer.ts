import type { Offer } from '../offers/offer.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { complete } from './checks/complete.ts'
import { genuine } from './checks/genuine.ts'
import { notSanctioned } from './checks/not-sanctioned.ts'
import { permitted } from './checks/permitted.ts'
import { relevant } from './checks/relevant.ts'
import { risk } from './checks/risk.ts'
import { routed } from './checks/routed.ts'
import { depthAndDesk } from './depth.ts'
import { RULES_VERSION } from './rules/rule-set.ts'
import type { ScreeningContext } from './screening-context.ts'
import type { Finding, Screening, Verdict } from './screening.ts'

/** All seven checks on one revision of an offer; every one runs, whatever the others say. */
export function screenOffer(offer: Offer, company: Organisation, context: ScreeningContext): Screening {
  const { finding: riskFinding, level } = risk(offer, company, context)
  const { finding: relevance, suggestions } = relevant(offer, company, context)
  const { finding: routing, routes, barredFor } = routed(offer, company, context)
  const findings = [
    complete(offer, company, context),
    genuine(offer, company, context),
    permitted(offer, company, context),
    notSanctioned(offer, company, context),
    riskFinding,
    relevance,
    routing,
  ]
  return {
    revision: offer.revision,
    verdict: overall(findings),
    ...depthAndDesk(level, findings),
    findings,
    suggestions,
    routes,
    barredFor,
    rulesVersion: RULES_VERSION,
    at: context.now,
  }
}

/** Held outranks returned, returned outranks cleared. */
function overall(findings: Finding[]): Verdict {
  const verdicts = findings.map(({ verdict }) => verdict)
  if (verdicts.includes('held')) return 'held'
  return verdicts.includes('returned') ? 'returned' : 'cleared'
}
