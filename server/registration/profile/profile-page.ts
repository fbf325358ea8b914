import type { Request } from 'express'
import type { Organisation } from '../../organisations/organisation.ts'
import { paths } from '../../paths.ts'
import type { FieldErrors } from '../../web/form-errors.ts'
import { errorLinks, formFields } from '../../web/forms.ts'
import { profileFields } from './profile-fields.ts'
import { profileValues } from './profile-values.ts'

interface ProfileState {
  organisation: Organisation
  flash?: { tone: string; text: string }
  /** what was typed */
  values?: Record<string, unknown>
  errors?: FieldErrors
  /** names of fields that stand otherwise by now than what was typed */
  differing?: string[]
}

type Reader = Pick<Request, 't' | 'language'>

/** The model of `views/registration/profile/profile.hbs`. */
export function profilePage(state: ProfileState, { t, language }: Reader) {
  const { organisation, flash, errors = {}, differing } = state
  const values = state.values ?? profileValues(organisation)
  const isCompany = organisation.kind === 'company'
  const words = isCompany ? 'registration:form' : 'registration:un-form'
  const field = formFields({ t, words, values, errors })
  const title = t('registration:profile.title', { organisation: organisation.name })
  return {
    ...{ title, flash, errors: errorLinks(errors, t, words) },
    lead: t(`registration:profile.lead.${isCompany ? 'company' : 'un-side'}`),
    crumbs: [
      { text: t('navigation.account'), href: paths.account() },
      { text: organisation.name, href: paths.organisation(organisation) },
      { text: title },
    ],
    action: paths.organisationProfile(organisation),
    /** a form with errors is still about what it was opened with */
    version: state.errors ? values.version : organisation.version,
    overtaken: differing && {
      fields: differing.map((name) => t(`registration:profile.field.${name}`)),
      page: paths.organisationProfile(organisation),
    },
    sharesError: errors.revenueShares && t(errors.revenueShares.key, errors.revenueShares.values),
    ...profileFields(organisation, { field, values, t, language }),
  }
}
