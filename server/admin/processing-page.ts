import type { Request } from 'express'
import { SCORING_VERSION } from '../matching/score.ts'
import { paths } from '../paths.ts'
import { RULES_VERSION } from '../screening/rules/rule-set.ts'
import { VOCABULARY_VERSION } from '../vocabulary/concepts/concepts.ts'
import { adminFrame } from './admin-frame.ts'
import type { Failing, Health } from './processing-health.ts'

/** The model of `views/admin/processing.hbs`. */
export function processingPage(health: Health, { t, query }: Pick<Request, 't' | 'query'>) {
  const { failing, effects } = health
  return {
    ...adminFrame('processing', t),
    ...health,
    done: query.done === 'retried' && t('admin:processing.retried'),
    retry: paths.retry(),
    isFailing: failing.length + effects.resting.length + health.mails.failing > 0,
    backlogs: health.backlogs.map((one) => ({ ...one, name: t(`admin:processing.kind.${one.kind}`) })),
    failing: failing.map((one) => ({
      ...one,
      href: hrefOf(one),
      kind: t(`admin:processing.kind.${one.kind}`),
    })),
    resting: effects.resting,
    versions: [
      { name: t('admin:processing.version.rules'), version: RULES_VERSION },
      { name: t('admin:processing.version.scoring'), version: SCORING_VERSION },
      { name: t('admin:processing.version.vocabulary'), version: VOCABULARY_VERSION },
      { name: 'Node.js', version: process.version },
    ],
  }
}

function hrefOf({ kind, id }: Failing): string {
  const addresses = {
    offers: paths.screeningCase,
    needs: paths.need,
    organisations: paths.adminOrganisation,
    partnerships: paths.partnership,
  }
  return addresses[kind]({ id })
}
