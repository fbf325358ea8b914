import { hashPassword, passwordMatches } from '../server/accounts/password.ts'
import type { Organisation } from '../server/organisations/organisation.ts'
import type { Services } from '../server/services.ts'
import { demoCompanies, demoEntities, demoOffices, demoWatchlist } from './demo/index.ts'
import { demoId } from './demo/demo-id.ts'
import { demoCounterparts, demoGuides, emailOf, type DemoPerson } from './demo/people.ts'
import { seedAnswers } from './demo/seed-answers.ts'
import { seedPartnerships } from './demo/seed-partnerships.ts'
import { seedStory } from './demo/seed-story.ts'

export const demoEmails = demoGuides.map(emailOf)

/**
 * Fills an empty database with the demo set and gives the demo accounts `password`. What is there already stays
 * as people left it.
 */
export async function seedDemo(services: Services, password: string): Promise<void> {
  const { accounts, organisations, watchlists, clock } = services
  const started = await accounts.credentials('company@demo.example')
  const finished = await accounts.credentials('admin@demo.example')
  const passwordHash = await currentHash(started?.passwordHash, password)
  if (!finished) {
    const now = clock.now()
    await Promise.all(demoOrganisations(now).map((organisation) => organisations.add(organisation)))
    await seedPartnerships(services, now)
    await watchlists.replace(demoWatchlist.name, demoWatchlist.entries)
    const addAccount = (person: DemoPerson) =>
      accounts.add(demoId(emailOf(person)), {
        ...{ email: emailOf(person), name: person.name, roles: person.roles, passwordHash },
        organisationId: demoId(person.organisation),
        createdAt: now,
      })
    const [last, ...others] = [...demoGuides].reverse() as [DemoPerson, ...DemoPerson[]]
    await Promise.all([...others, ...demoCounterparts].map(addAccount))
    await seedStory(services, now, !started)
    await seedAnswers(services, now)
    await addAccount(last)
    await services.notifications.mailNoneOf(clock.now())
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
