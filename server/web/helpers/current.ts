import Handlebars from 'handlebars'
import type { HelperOptions } from 'handlebars'

/** `<a href="/offers" {{current '/offers'}}>`: marks the link to the page or section that is shown. */
export function current(section: string, options: HelperOptions) {
  const path = String(options.data?.root?.path ?? '')
  if (path === section) return new Handlebars.SafeString('aria-current="page"')
  return path.startsWith(`${section}/`) ? new Handlebars.SafeString('aria-current="true"') : ''
}
