import type { TFunction } from 'i18next'
import type { NameOf } from '../organisations/naming.ts'
import type { Account } from '../accounts/account.ts'
import { permissionsOf } from '../accounts/permission.ts'
import { offerStatus, type Offer } from '../offers/offer.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import { postingPage } from '../postings/posting-page.ts'
import type { AuditRecord } from '../records/audit-store.ts'
import { conceptLabel } from '../vocabulary/concepts/concepts.ts'
import { isLanguage } from '../vocabulary/languages.ts'
import { historyOf } from './case-history.ts'
import { companyPage } from './company-page.ts'
import { decisionForm, type DecisionState } from './decision-form.ts'
import { findingsPage } from './findings-page.ts'
import type { Screening } from './screening.ts'
import { fullView } from './views.ts'

interface CaseContext {
  account: Account
  company: Organisation
  nameOf: NameOf
  trail: AuditRecord[]
  form: DecisionState
  now: Date
  t: TFunction
  language: string
}

/** Everything that bears on the decision over one offer, for staff only. */
export function casePage(offer: Offer, context: CaseContext) {
  const { company, nameOf, trail, now, t, language } = context
  const { screening, decision } = offer
  const status = offerStatus(offer, now)
  const words = { status, organisation: company.name, own: false, notice: undefined, now, language, t }
  return {
    ...postingPage(offer, words),
    crumbs: [{ text: t('screening-desk:queue.heading'), href: paths.screening() }, { text: offer.title }],
    href: paths.offer(offer),
    view: fullView(offer, language),
    findings: findingsPage(fullView(offer, language), t),
    standing: screening && {
      level: screening.level,
      depth: t(`screening:depth.${screening.depth}`),
      desk: t(`screening:desk.${screening.desk}`),
      rules: screening.rulesVersion,
      at: screening.at,
    },
    decision: decision?.revision === offer.revision ? decision : undefined,
    company: companyPage(company, t, language),
    distribution: screening && distributionOf(screening, nameOf, t, language),
    events: historyOf(trail, t),
    ...decisionPart(offer, status, context),
  }
}

function distributionOf(
  { routes, barredFor, suggestions }: Screening,
  nameOf: NameOf,
  t: TFunction,
  language: string,
) {
  const spoken = isLanguage(language) ? language : 'en'
  return {
    routes: routes.map(({ organisationId, because }) => ({
      name: nameOf(organisationId),
      because: t(`screening-desk:because.${because}`),
    })),
    barred: barredFor.map(nameOf),
    goals: suggestions.sdgs.map(namesIn(language).goal),
    concepts: suggestions.concepts.map((concept) => conceptLabel(concept, spoken)),
  }
}

/** The form for who may decide now, else why there is none. */
function decisionPart(offer: Offer, status: string, { account, form, t }: CaseContext) {
  if (status !== 'held') return { closed: form.changed ? 'changed' : undefined }
  if (!permissionsOf(account).screen) return { closed: 'looking' }
  if (account.organisation.id === offer.organisationId) return { closed: 'own' }
  return { closed: form.changed ? 'changed' : undefined, form: decisionForm(offer, form, t) }
}
