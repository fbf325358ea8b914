import type { Translations } from '../i18n.ts'
import { asset } from './asset.ts'
import { concat } from './concat.ts'
import { current } from './current.ts'
import { date } from './date.ts'
import { datetime } from './datetime.ts'
import { eq } from './eq.ts'
import { hrefWith } from './href-with.ts'
import { languageName } from './language-name.ts'
import { list } from './list.ts'
import { money } from './money.ts'
import { number } from './number.ts'
import { relativeTime } from './relative-time.ts'
import { tHelper } from './t.ts'

/** Every helper under the name that templates call it by. */
export const createHelpers = (translations: Translations) => ({
  asset,
  concat,
  current,
  date,
  datetime,
  eq,
  'href-with': hrefWith,
  'language-name': languageName,
  list,
  money,
  number,
  'relative-time': relativeTime,
  t: tHelper(translations),
})
