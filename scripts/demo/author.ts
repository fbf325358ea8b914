import type { Account } from '../../server/accounts/account.ts'
import type { Posting } from '../../server/postings/posting.ts'
import type { Services } from '../../server/services.ts'

/** Whoever acts for the organisations of the demo that have nobody by name. */
export async function authorOf(
  { organisationId }: Pick<Posting, 'organisationId'>,
  { organisations }: Services,
): Promise<Account> {
  const organisation = await organisations.find(organisationId)
  if (!organisation) throw new Error(`There is no organisation ${organisationId}`)
  const nobody = { id: 'demo', name: 'Demo set', email: '', mailPreference: 'never' as const, epoch: 0 }
  return { ...nobody, roles: ['member'], organisation }
}
