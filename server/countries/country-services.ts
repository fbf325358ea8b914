import type { Services } from '../services.ts'

/** What the pages of countries read. */
export type CountryServices = Pick<
  Services,
  | 'offers'
  | 'audits'
  | 'needs'
  | 'organisations'
  | 'publicOrganisations'
  | 'partnerships'
  | 'answers'
  | 'search'
  | 'clock'
  | 'processing'
  | 'mendIndex'
>
