import { LinkifyIt } from 'linkify-it'

/** A run of somebody's text; with `href` it is a link, and `host` names where it leads if the text hides that. */
export interface TextPart {
  text: string
  href?: string
  host?: string
}

const links = new LinkifyIt().add('ftp:', null).add('//', null)
const protocols = ['http:', 'https:', 'mailto:']

/** Controls, and marks that turn the direction of what follows; joiners and plain direction marks belong to languages. */
// eslint-disable-next-line no-control-regex
const treacherous = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** A text as people typed it, in runs, with its web and mail addresses as links; whoever shows it escapes it. */
export function linkedText(typed: string): TextPart[] {
  const text = typed.replaceAll('\r\n', '\n').replaceAll(treacherous, '')
  const parts: TextPart[] = []
  let from = 0
  for (const { index, lastIndex, raw, url } of links.match(text) ?? []) {
    const link = linkTo(raw, url)
    if (!link) continue
    if (index > from) parts.push({ text: text.slice(from, index) })
    parts.push(link)
    from = lastIndex
  }
  return from < text.length ? [...parts, { text: text.slice(from) }] : parts
}

/** `undefined` where it is no address that a browser would open safely. */
function linkTo(text: string, url: string): TextPart | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, username, host, href } = new URL(url)
  if (!protocols.includes(protocol) || username) return undefined
  return host && !text.toLowerCase().includes(host) ? { text, href, host } : { text, href }
}
