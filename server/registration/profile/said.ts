import type { z } from 'zod'
import type { CompanyProfile, Mandate, Organisation } from '../../organisations/organisation.ts'
import { declaredTopics } from '../declared.ts'
import type { companyForm, entityForm, officeForm } from './profile-form.ts'

type Declarations = CompanyProfile['declarations']

const noProfile: CompanyProfile = {
  ...{ revenueShares: {}, declarations: {}, formerNames: [], owners: [], controversies: [] },
}
const noMandate: Mandate = { text: {}, sdgs: [], concepts: [], contributionTypes: [] }

/** What is on record of a company is no part of the form and stays. */
export function withCompany(company: Organisation, form: z.output<typeof companyForm>): Organisation {
  const { description, website, applying, globalCompact, truthful: _, ...facts } = form
  const profile = company.profile ?? noProfile
  const declarations = declared(profile.declarations, applying, globalCompact === 'yes')
  return { ...company, description, website, profile: { ...profile, ...facts, declarations } }
}

/** A declared share of revenue stays as precise as it is while its topic stays ticked. */
function declared(before: Declarations, applying: string[], globalCompact: boolean): Declarations {
  const ticked = [...applying, ...(globalCompact ? ['globalCompact'] : [])]
  const answers = [...declaredTopics, 'globalCompact'].map((topic) => {
    const answer = before[topic]
    const applies = ticked.includes(topic)
    return [topic, answer !== undefined && Boolean(answer) === applies ? answer : applies] as const
  })
  return { ...before, ...Object.fromEntries(answers) }
}

/** Mandates in languages that the form does not ask for stay. */
export function withEntity(entity: Organisation, form: z.output<typeof entityForm>): Organisation {
  const { mandate: texts, sdgs, contributionTypes, ...facts } = form
  const mandate = entity.mandate ?? noMandate
  const { en: _en, fr: _fr, ar: _ar, ...others } = mandate.text
  const given = Object.entries(texts).filter(([, text]) => text !== undefined)
  const text = { ...Object.fromEntries(given), ...others }
  return { ...entity, ...facts, mandate: { ...mandate, text, sdgs, contributionTypes } }
}

export const withOffice = (office: Organisation, form: z.output<typeof officeForm>): Organisation => ({
  ...office,
  ...form,
})
