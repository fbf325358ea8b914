import type { Site } from './site.ts'

export interface Received {
  subject: string
  text: string
  /** path and query of the first link of this site in it */
  link: string
}

/** What an address was sent, newest first, on a site that was opened with `DEMO: '1'`. */
export async function mailsTo(site: Site, email: string): Promise<Received[]> {
  await site.settled()
  await site.services.postman.settled()
  const shown = await site.services.mails.shown(1_000)
  return shown
    .filter(({ to }) => to === email)
    .map(({ shown: { subject, text } }) => ({
      ...{ subject, text },
      link: /https?:\/\/[^/\s]+(\/\S*)/.exec(text)?.[1] ?? '',
    }))
}

/** The newest of them. */
export async function lastMailTo(site: Site, email: string): Promise<Received> {
  const [last] = await mailsTo(site, email)
  if (!last) throw new Error(`${email} was sent nothing`)
  return last
}

/** What a form needs of a link: the key that it carries. */
export const keyIn = (link: string): string => new URLSearchParams(link.split('?')[1]).get('token') ?? ''
