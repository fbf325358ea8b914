import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the library's defaults (19 MiB, 2 passes), which follow OWASP's recommendation. */
export const hashPassword = (password: string): Promise<string> => hash(password)

// An unknown address costs as much time as a wrong password, so that the time of an answer reveals nobody.
const nobody = hash('nobody has this password')

export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), password)
  return matches && passwordHash !== undefined
}
