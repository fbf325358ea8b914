import type { Request } from 'express'
import { allRules, overlays, RULES_VERSION } from '../screening/rules/rule-set.ts'
import type { Watchlist } from '../screening/screening-context.ts'
import { checks } from '../screening/screening.ts'
import { ruleLanguage } from '../screening/rules/rule.ts'
import { adminFrame } from './admin-frame.ts'

/** The model of `views/admin/rules.hbs`: what screening goes by now; rules change with a release, not here. */
export function rulesPage({ entries, version }: Watchlist, { t, language }: Pick<Request, 't' | 'language'>) {
  return {
    ...adminFrame('rules', t),
    version: t('admin:rules.version', { version: RULES_VERSION, rules: allRules.length }),
    checks: checks.map((check) => ({
      name: t(`screening:check.${check}.name`),
      rules: allRules.filter((rule) => rule.check === check),
    })),
    overlays: [...overlays.values()].map(({ key, exclusions }) => ({
      key,
      exclusions: exclusions.map((exclusion) => ({
        ...exclusion,
        subject: exclusion.subject[ruleLanguage(language)],
      })),
    })),
    watchlistVersion: version,
    watchlists: listsIn(entries),
  }
}

/** Each list with its number of entries and the day of the latest. */
function listsIn(entries: Watchlist['entries']) {
  const names = [...new Set(entries.map(({ list }) => list))].sort()
  return names.map((name) => {
    const own = entries.filter(({ list }) => list === name)
    const days = own.flatMap(({ listedOn }) => listedOn ?? []).sort()
    return { name, entries: own.length, latest: days.at(-1) }
  })
}
