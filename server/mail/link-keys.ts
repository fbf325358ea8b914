import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A secret that goes out by mail. The database keeps the `hash`, the waiting mail the `seed`: neither gives it away. */
interface LinkKey {
  seed: string
  hash: string
}

export type LinkKeys = ReturnType<typeof createLinkKeys>

/** `secret` is the site's: whoever reads the database alone can make no key of a link. */
export function createLinkKeys(secret: () => string) {
  const tokenOf = (purpose: string, seed: string): string =>
    createHmac('sha256', secret()).update(`${purpose}:${seed}`).digest('base64url')
  const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
  return {
    /** What the link carries; good for its purpose only. */
    tokenOf,
    /** What to look a token up by. */
    hashOf,
    make(purpose: string): LinkKey {
      const seed = randomBytes(24).toString('base64url')
      return { seed, hash: hashOf(tokenOf(purpose, seed)) }
    },
  }
}
