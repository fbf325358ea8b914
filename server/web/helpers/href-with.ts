import type { HelperOptions } from 'handlebars'
import { addressWith } from '../address.ts'

/** `{{href-with sort='newest' cursor=''}}`: the page's own address with query parameters changed or removed. */
export const hrefWith = (options: HelperOptions): string =>
  addressWith(String(options.data?.root?.address ?? '/'), options.hash)
