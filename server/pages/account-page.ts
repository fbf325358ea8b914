import type { TFunction } from 'i18next'
import { isPlaced, mailPreferences, type Account } from '../accounts/account.ts'
import type { TokenEntry } from '../accounts/token-store.ts'
import { permissionsOf } from '../accounts/permission.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import { mayManage } from '../registration/people-access.ts'
import { formFields } from '../web/forms.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import { languages } from '../web/i18n.ts'
import { ownPostingsPanel, type OwnPosting } from './own-postings-panel.ts'

interface AccountContext {
  /** of an office: its entity */
  parent: Organisation | null
  postings: OwnPosting[]
  tokens: TokenEntry[]
  /** from the address: what was just done */
  notice: unknown
  /** from the address: which of them */
  show: unknown
  now: Date
  errors: FieldErrors
  /** where programs get their token, with the host */
  tokenAddress: string
  t: TFunction
  language: string
}

/** The model of `views/accounts/account.hbs`. */
export function accountPage(account: Account, context: AccountContext) {
  const { parent, postings, show, now, errors, tokenAddress, t, language } = context
  const { name, email, organisation } = account
  const side = organisation.kind === 'company' ? 'offer' : 'need'
  const field = formFields({ t, words: 'accounts:language', values: { language }, errors })
  const choices = languages.map(({ code, name: label }) => ({ value: code, label }))
  return {
    title: t('accounts:account.title'),
    ...{ name, email, side, tokenAddress },
    organisation: organisation.name,
    kind: t(`accounts:kind.${organisation.kind}`),
    parent: parent?.name,
    places: organisation.countries.map(namesIn(language).country),
    permissions: permissionTexts(account, t),
    languageForm: {
      action: paths.language(),
      field: field('language', { kind: 'select', required: true, choices }),
    },
    people: organisation.id && paths.people(organisation),
    profile: mayManage(account, organisation) && organisation.id && paths.organisationProfile(organisation),
    newPassword: paths.passwordChange(),
    newName: paths.personName(),
    tokens: context.tokens.map((token) => ({ ...token, action: paths.tokenRevocation(token) })),
    ...{ leaving: isPlaced(account) && paths.leaving(), deletion: paths.deletion() },
    flash: flashOf(context.notice, t),
    mailsForm: { action: paths.mailPreference(), field: mailsField(account, t) },
    ...ownPostingsPanel(postings, { show, now, t }),
    newPosting: mayPost(account) && { href: paths.newPosting(side), text: t(`navigation.post-${side}`) },
    postingsTitle: t('accounts:account.postings', { organisation: organisation.name }),
  }
}

const notices = ['name', 'password', 'leaving', 'revoked'] as const

function flashOf(notice: unknown, t: TFunction) {
  const known = notices.find((one) => one === notice)
  return known && { tone: 'success', text: t(`accounts:own.notice.${known}`) }
}

function mailsField({ mailPreference }: Account, t: TFunction) {
  const field = formFields({ t, words: 'accounts:mails', values: { preference: mailPreference } })
  const choices = mailPreferences.map((value) => ({ value, label: t(`accounts:mails.choice.${value}`) }))
  return field('preference', { kind: 'radios', required: true, choices })
}

function permissionTexts(account: Account, t: TFunction): string[] {
  const granted = Object.entries(permissionsOf(account)).filter(([, may]) => may)
  const names = granted.length > 0 ? granted.map(([name]) => name) : ['nothing']
  return names.map((name) => t(`accounts:may.${name}`))
}

const mayPost = (account: Account): boolean => {
  const { postOffers, postNeeds } = permissionsOf(account)
  return postOffers || postNeeds
}
