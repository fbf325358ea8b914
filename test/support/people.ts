import type { Role } from '../../server/accounts/account.ts'
import { hashPassword } from '../../server/accounts/password.ts'
import type { Organisation } from '../../server/organisations/organisation.ts'
import { newId } from '../../server/records/new-id.ts'
import { apiClient, type ApiClient } from './api-client.ts'
import { listen, type Ears } from './ears.ts'
import type { Site } from './site.ts'

export const password = 'correct horse battery staple'
const passwordHash = hashPassword(password)

/** Somebody with an account and a token, who can do what a client can. */
export interface Person {
  id: string
  name: string
  email: string
  organisation: Organisation
  token: string
  api: ApiClient
  /** connects to the socket */
  listens(after?: string): Promise<Ears>
}

/** An account of that name in the organisation, which is stored if it is new. */
export async function person(
  site: Site,
  name: string,
  organisation: Organisation,
  roles: Role[] = ['member'],
): Promise<Person> {
  const { accounts, organisations, tokens } = site.services
  const id = newId()
  const email = `${name.toLowerCase()}@people.example`
  await organisations.add(organisation)
  await accounts.add(id, {
    ...{ email, name, roles },
    passwordHash: await passwordHash,
    organisationId: organisation.id,
    createdAt: new Date(),
  })
  const { token } = await tokens.create(id, 'test', new Date())
  return {
    ...{ id, name, email, organisation, token },
    api: apiClient(site.url, token),
    listens: (after) => listen(site.url, { token, after }),
  }
}
