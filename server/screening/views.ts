import type { Offer } from '../offers/offer.ts'
import { verdictOf } from '../offers/offer.ts'
import { deskName, rulesName } from './rules/fact-words.ts'
import { reasonText } from './reason-text.ts'
import type { Audience } from './reason-text.ts'
import { ruleOf } from './rules/rule-set.ts'
import type { Check, Finding, Level, Reason, Verdict } from './screening.ts'

/** The screening of an offer's present revision as pages and the API show it. */
export interface ScreeningView {
  /** `null` until this revision was screened */
  verdict: Verdict | 'refused' | null
  /** `null` for the company */
  level: Level | null
  checks: { check: Check; verdict: Verdict; reasons: ReasonView[] }[]
  /** for staff the person, for the company the desk; the rules and their version where the software decided */
  decidedBy: string | null
  decidedAt: Date | null
}

export interface ReasonView {
  rule: string
  version: string
  source: string
  text: string
}

type Screened = Pick<Offer, 'revision' | 'screening' | 'decision'>

/** What the company sees: every check with a neutral text and what it can do; no level, person or evidence. */
export function neutralView(offer: Screened, language: string): ScreeningView {
  return viewOf(offer, 'company', language)
}

/** What staff see: all of it. */
export function fullView(offer: Screened, language: string): ScreeningView {
  return viewOf(offer, 'staff', language)
}

function viewOf(offer: Screened, audience: Audience, language: string): ScreeningView {
  const screening = offer.screening?.revision === offer.revision ? offer.screening : null
  const verdict = verdictOf(offer)
  return {
    verdict,
    level: audience === 'staff' ? (screening?.level ?? null) : null,
    checks: (screening?.findings ?? []).map((finding) => checkView(finding, audience, language)),
    ...deciderOf(offer, verdict, audience, language),
  }
}

function checkView({ check, verdict, reasons }: Finding, audience: Audience, language: string) {
  const shown = reasons
    .filter(({ rule }) => audience === 'staff' || !ruleOf(rule).staffOnly)
    .map((reason) => reasonView(reason, audience, language))
  return {
    check,
    verdict,
    reasons: [...new Map(shown.map((each) => [each.rule + each.text, each])).values()],
  }
}

function reasonView(reason: Reason, audience: Audience, language: string): ReasonView {
  const { rule, version, source } = reason
  return { rule, version, source, text: reasonText(reason, audience, language) }
}

function deciderOf(
  { revision, screening, decision }: Screened,
  verdict: ScreeningView['verdict'],
  audience: Audience,
  language: string,
): Pick<ScreeningView, 'decidedBy' | 'decidedAt'> {
  if (decision?.revision === revision && verdict === decision.verdict) {
    const desk = deskName(screening?.desk ?? 'headquarters', language)
    return { decidedBy: audience === 'staff' ? decision.by.name : desk, decidedAt: decision.at }
  }
  if (!screening || verdict === 'held' || verdict === null) return { decidedBy: null, decidedAt: null }
  return { decidedBy: rulesName(screening.rulesVersion, language), decidedAt: screening.at }
}
