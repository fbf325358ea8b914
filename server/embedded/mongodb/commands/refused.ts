import { type ErrorName, refuse } from '../errors.ts'
import type { Command } from './request.ts'

const refusing = (names: string, error: ErrorName, sentence: string): Record<string, Command> =>
  Object.fromEntries(
    names
      .split(' ')
      .map((name) => [name, { options: 'any', run: () => refuse(error, sentence) } satisfies Command]),
  )

/** Commands that a server that stands alone, and knows no users, has no other answer to. */
export const refused: Record<string, Command> = {
  ...refusing(
    'saslStart saslContinue authenticate',
    'AuthenticationFailed',
    'Authentication failed: there are no users',
  ),
  ...refusing(
    'createUser updateUser dropUser dropAllUsersFromDatabase usersInfo grantRolesToUser revokeRolesFromUser ' +
      'createRole updateRole dropRole rolesInfo',
    'CommandNotSupported',
    'Users and roles are not supported',
  ),
  ...refusing(
    'replSetGetStatus replSetGetConfig replSetInitiate',
    'NoReplicationEnabled',
    'not running with --replSet',
  ),
  ...refusing('mapReduce mapreduce', 'CommandNotSupported', 'Server-side JavaScript is not supported'),
}
