import { hashPassword, passwordMatches } from '../server/accounts/password.ts'
import type { Role } from '../server/accounts/account.ts'
import type { Organisation } from '../server/organisations/organisation.ts'
import type { Services } from '../server/services.ts'
import { demoCompanies, demoEntities, demoOffices, demoWatchlist } from './demo/index.ts'
import { demoId } from './demo/demo-id.ts'
import { seedActs } from './demo/seed-acts.ts'
import { seedPartnerships } from './demo/seed-partnerships.ts'
import { seedPostings } from './demo/seed-postings.ts'

/** The six accounts that everybody may try the demo with. */
const demoAccounts: { email: string; name: string; organisation: string; roles: Role[] }[] = [
  {
    email: 'company@demo.example',
    name: 'Carla Company',
    organisation: 'example-solar',
    roles: ['member', 'manager'],
  },
  { email: 'entity@demo.example', name: 'Emil Entity', organisation: 'unicef', roles: ['member', 'manager'] },
  {
    email: 'office@demo.example',
    name: 'Olive Office',
    organisation: 'unicef-kenya',
    roles: ['member', 'manager'],
  },
  { email: 'outsider@demo.example', name: 'Oscar Outsider', organisation: 'wfp-peru', roles: ['member'] },
  { email: 'screener@demo.example', name: 'Selma Screener', organisation: 'undp', roles: ['screener'] },
  { email: 'admin@demo.example', name: 'Ada Admin', organisation: 'undp', roles: ['administrator'] },
]

export const demoEmails = demoAccounts.map(({ email }) => email)

/**
 * Fills an empty database with the demo set and gives the demo accounts `password`. What is there already stays
 * as people left it.
 */
export async function seedDemo(services: Services, password: string): Promise<void> {
  const { accounts, organisations, watchlists, processing, clock } = services
  const started = await accounts.credentials('company@demo.example')
  const finished = await accounts.credentials('admin@demo.example')
  const passwordHash = await currentHash(started?.passwordHash, password)
  if (!finished) {
    const now = clock.now()
    for (const organisation of demoOrganisations(now)) await organisations.add(organisation)
    await seedPartnerships(services, now)
    await watchlists.replace(demoWatchlist.name, demoWatchlist.entries)
    const addAccount = ({ email, name, roles, organisation }: (typeof demoAccounts)[number]) =>
      accounts.add(demoId(email), {
        ...{ email, name, roles, passwordHash },
        organisationId: demoId(organisation),
        createdAt: now,
      })
    for (const account of demoAccounts.slice(0, -1)) await addAccount(account)
    await seedPostings(services, now)
    await processing.settled()
    await seedActs(services)
    await processing.settled()
    for (const account of demoAccounts.slice(-1)) await addAccount(account)
  }
  for (const email of demoEmails) await accounts.setPasswordHash(email, passwordHash)
}

const currentHash = async (stored: string | undefined, password: string): Promise<string> =>
  stored && (await passwordMatches(stored, password)) ? stored : hashPassword(password)

function demoOrganisations(now: Date): Organisation[] {
  const base = { countries: [], version: 1, createdAt: now }
  const entities = demoEntities.map(({ key, name, acronym, website, mandate, ...rest }) => ({
    ...base,
    ...{ id: demoId(key), kind: 'entity' as const, name, acronym, website },
    mandate: { text: mandate, ...rest },
  }))
  const offices = demoOffices.map(({ key, entity, name, countries }) => ({
    ...base,
    ...{ id: demoId(key), kind: 'office' as const, name, countries, parentId: demoId(entity) },
  }))
  const companies = demoCompanies.map(({ key, name, description, controversies = [], ...profile }) => ({
    ...base,
    ...{ id: demoId(key), kind: 'company' as const, name, description },
    website: `https://www.${key}.example/`,
    profile: { ...profile, controversies: controversies.map((one) => dated(one, now)) },
  }))
  return [...entities, ...offices, ...companies]
}

const dated = <T extends { yearsAgo: number }>({ yearsAgo, ...rest }: T, now: Date) => ({
  ...rest,
  year: now.getUTCFullYear() - yearsAgo,
})
