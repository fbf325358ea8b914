import type { TFunction } from 'i18next'
import { paths } from '../paths.ts'

const desks = {
  overview: paths.admin(),
  organisations: paths.adminOrganisations(),
  accounts: paths.adminAccounts(),
  rules: paths.adminRules(),
  processing: paths.adminProcessing(),
  audit: paths.audit(),
}
export type Desk = keyof typeof desks

/** What every page of the administration has: its title and the way to the other desks. */
export const adminFrame = (current: Desk, t: TFunction) => ({
  title: t(`admin:${current}.title`),
  label: t('admin:label'),
  tabs: Object.entries(desks).map(([desk, href]) => ({
    label: t(`admin:${desk}.tab`),
    href,
    current: desk === current,
  })),
})
