import type { TFunction } from 'i18next'
import { addressWith } from '../web/address.ts'
import type { LinkKeys } from './link-keys.ts'
import type { Letter, Mail } from './mail.ts'

interface Writing {
  keys: LinkKeys
  /** the site's address, without a path */
  baseUrl: string
  t: TFunction
}

/** A mail as its words in the locales say it, with its link and the key that the link needs. */
export function letterInWords({ kind, values, link }: Mail, { keys, baseUrl, t }: Writing): Letter {
  const token = link?.seed && keys.tokenOf(kind, link.seed)
  const path = link && (token ? addressWith(link.path, { token }) : link.path)
  return {
    subject: t(`mail:${kind}.subject`, values),
    paragraphs: t(`mail:${kind}.text`, { ...values, returnObjects: true }) as string[],
    ...(path && { action: { href: `${baseUrl}${path}`, text: t(`mail:${kind}.action`) } }),
    why: t(`mail:${kind}.why`, values),
  }
}
