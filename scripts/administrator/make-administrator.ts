import { randomBytes } from 'node:crypto'
import { hashPassword } from '../../server/accounts/password.ts'
import { paths } from '../../server/paths.ts'
import { audited } from '../../server/records/effect.ts'
import { newId } from '../../server/records/new-id.ts'
import type { Services } from '../../server/services.ts'
import { addressWith } from '../../server/web/address.ts'
import { WrongCall } from '../run-command.ts'

const linkMilliseconds = 60 * 60_000

/**
 * An account of an administrator, who belongs to no organisation, and the address where they choose their password:
 * good once, for an hour. Asked again for the same person it gives a new address. Throws `WrongCall` where somebody
 * else's account has the e-mail.
 */
export async function makeAdministrator(
  { email, name }: { email: string; name: string },
  services: Services,
): Promise<string> {
  const { accounts, keys, clock, config } = services
  const now = clock.now()
  const id = newId()
  const record = { kind: 'account', id }
  const roles = ['administrator' as const]
  const passwordHash = await hashPassword(randomBytes(24).toString('base64url'))
  const trace = audited(
    {
      actor: { id: 'command', name: 'npm run administrator' },
      act: 'add',
      record,
      before: null,
      after: { roles },
    },
    now,
  )
  await accounts.add(id, { email, name, passwordHash, roles, createdAt: now }, [trace])
  const account = await accounts.withEmail(email)
  if (!account?.roles.includes('administrator'))
    throw new WrongCall(`${email} has an account already; an administrator can give it the role.`)
  const { seed, hash } = keys.make('password-reset')
  await accounts.allowReset(account.id, { hash, expiresAt: new Date(now.getTime() + linkMilliseconds) }, [])
  const token = keys.tokenOf('password-reset', seed)
  return `${config.baseUrl}${addressWith(paths.newPassword(), { token })}`
}
