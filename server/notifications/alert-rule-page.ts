import type { TFunction } from 'i18next'
import type { NameOf } from '../organisations/naming.ts'
import { paths } from '../paths.ts'
import { listingAddress } from '../postings/listing-address.ts'
import { chosenValues } from '../postings/listing-facets.ts'
import type { Side } from '../postings/posting.ts'
import { formFields, errorLinks } from '../web/forms.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import type { AlertRule, Delivery } from './alert-rule.ts'
import { addressOf, searchOf, type SavedSearch } from './saved-search.ts'

interface Reader {
  language: string
  t: TFunction
  /** of the organisations that rules name */
  nameOf: NameOf
}

const words = 'alert-rules:form'
const longestName = 100

/** What can be chosen: a summary by day or week is kept where a program asked for it, but nobody sends it yet. */
export const offeredDeliveries = ['live', 'off'] as const satisfies readonly Delivery[]

/**
 * The model of `views/notifications/rules.hbs`; `noticed` is the rule that something was just done with, `sides` are
 * those that this person may hear of.
 */
export function alertRulesPage(
  rules: AlertRule[],
  notice: string | undefined,
  noticed: string | undefined,
  sides: Side[],
  reader: Reader,
) {
  const { t } = reader
  const about = rules.find(({ id }) => id === noticed)
  return {
    title: t('notifications:rules'),
    rules: rules.map((rule) => ruleRow(rule, about, reader)),
    narrowsMatches: rules.some(({ side }) => side === 'offer'),
    flash: noticeOf(notice, about, t),
    startingPoints: sides.map((side) => ({
      href: paths.postings(side),
      text: t(`alert-rules:start.${side}`),
    })),
  }
}

function noticeOf(notice: string | undefined, about: AlertRule | undefined, t: TFunction) {
  if (!notice || (notice !== 'removed' && !about)) return undefined
  return { tone: 'success', text: t(`alert-rules:notice.${notice}`, { name: about?.name }) }
}

function ruleRow(rule: AlertRule, noticed: AlertRule | undefined, { t, ...reader }: Reader) {
  const { id, name, side, delivery, minScore } = rule
  const next = delivery === 'live' ? 'off' : 'live'
  return {
    ...{ id, name, side, delivery, minScore },
    noticed: rule === noticed,
    href: addressOf(rule),
    asks: asksOf({ side, query: searchOf(rule) }, { t, ...reader }),
    next: { action: paths.ruleDelivery(rule), delivery: next, text: t(`alert-rules:turn.${next}`) },
    removal: paths.ruleRemoval(rule),
  }
}

/** The model of `views/notifications/new-rule.hbs`. */
export function newRulePage(
  saved: SavedSearch,
  values: Record<string, unknown>,
  errors: FieldErrors,
  reader: Reader,
) {
  const { t } = reader
  const asks = asksOf(saved, reader)
  const usual = { name: suggestedName(saved, reader), delivery: 'live' }
  const field = formFields({ t, words, values: { ...usual, ...values }, errors })
  const search = listingAddress(saved.side, saved.query)
  const choices = offeredDeliveries.map((value) => ({
    value,
    label: t(`alert-rules:delivery-choice.${value}`),
  }))
  return {
    ...{ title: t('alert-rules:new-title'), side: saved.side, asks, search },
    action: paths.alertRules(),
    errors: errorLinks(errors, t, words),
    name: field('name', { required: true, attributes: { maxlength: longestName, autocomplete: 'off' } }),
    delivery: field('delivery', { kind: 'radios', required: true, choices }),
  }
}

const asksOf = ({ side, query }: SavedSearch, reader: Reader): string[] =>
  chosenValues({ side, query, ...reader }).map(({ label }) => label)

function suggestedName({ side, query }: SavedSearch, reader: Reader): string {
  const parts = [query.q || [], asksOf({ side, query: { ...query, q: '' } }, reader)].flat()
  const joined = new Intl.ListFormat(reader.language, { type: 'unit', style: 'short' }).format(parts)
  const name = joined || reader.t(`alert-rules:everything.${side}`)
  const characters = [...name]
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : name
}
