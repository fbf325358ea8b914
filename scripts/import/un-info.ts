import { z } from 'zod'
import { isCountry } from '../../server/vocabulary/places.ts'
import { countryName } from '../../server/vocabulary/place-names.ts'
import { detectLanguage } from '../../server/vocabulary/detect-language.ts'
import { isSdg } from '../../server/vocabulary/sdgs.ts'
import type { ContributionType } from '../../server/vocabulary/contribution-types.ts'
import { describeActivity } from './activity-description.ts'
import { withoutCodes } from './activity-name.ts'
import { posterName, type Adapted, type Poster, type Rejected } from './adapted.ts'
import { problemOf, sourceDate } from './fields.ts'
import { shorten, tidy, tidyName } from './text.ts'
import { entityNameOf } from './un-entity-names.ts'

const activity = z.object({
  id: z.union([z.number().int(), z.string().min(1)]),
  agency: z.string().trim().min(1),
  sdg: z.union([z.number(), z.string(), z.array(z.number())]).nullish(),
  name: z.string().trim().min(1),
  description: z.string().nullish(),
  start: sourceDate.nullish(),
  end: sourceDate.nullish(),
  outcome: z.string().nullish(),
  required: z.number().nonnegative(),
  available: z.number().nonnegative(),
  countries: z
    .array(z.object({ iso3: z.string().regex(/^[A-Z]{3}$/), name: z.string() }))
    .transform((list) => [...new Map(list.map((country) => [country.iso3, country])).values()]),
})
type Activity = z.infer<typeof activity>

const shortestTitle = 5
const longestTitle = 160
/** Older than the first plan that country teams published: where a start is missing. */
const beforeAllPlans = new Date('2015-01-01T00:00:00Z')

/**
 * The source only says that money is missing. Money buys goods, services, expertise and technology, so that each of
 * these from a company lessens the gap; what money does not buy stays out.
 */
const whatHelps: ContributionType[] = ['cash', 'in-kind-goods', 'in-kind-services', 'expertise', 'technology']

/**
 * An activity of a UN country team as a need, open until the activity ends; met where nothing is missing. `value` is
 * the gap in USD, of a met need what it took.
 */
export function adaptActivity(record: unknown): Adapted | Rejected {
  const parsed = activity.safeParse(record)
  if (!parsed.success) return { reason: problemOf(parsed.error) }
  const { id, required, available, sdg, start, end, countries } = parsed.data
  const poster = posterOf(parsed.data)
  const gap = required - available
  const amount = gap > 0 ? gap : required
  const createdAt = start ?? beforeAllPlans
  return {
    poster,
    posting: {
      side: 'need',
      ...textOf(parsed.data, posterName(poster)),
      contributionTypes: whatHelps,
      sdgs: goalsIn(sdg),
      sdgTargets: [],
      countries: countries.map(({ iso3 }) => iso3),
      regions: [],
      ...(amount > 0 && { value: { amount, currency: 'USD' } }),
      ...(start && { availableFrom: start }),
      ...(end && { availableUntil: endOfDay(end) }),
      source: { format: 'un-info', key: String(id) },
      createdAt,
      ...(gap <= 0 && { metAt: createdAt }),
    },
  }
}

function textOf({ agency, name, description, outcome }: Activity, poster: string) {
  const fullName = withoutCodes(tidyName(name), agency)
  const aim = withoutCodes(tidyName(outcome ?? ''), agency)
  const own = tidy(description ?? '')
  const language = detectLanguage(`${fullName}. ${own}`, detectLanguage(aim, 'en'))
  const title = fullName.length < shortestTitle ? `${fullName} – ${aim || poster}` : fullName
  return {
    title: shorten(title, longestTitle),
    description: describeActivity({ name: fullName, description: own, aim, language, poster }, longestTitle),
    language,
  }
}

/** The office of the agency in the country; what spans several countries is the agency's own. */
function posterOf({ agency, countries }: Activity): Poster {
  const entity = { acronym: agency, name: entityNameOf(agency) }
  const [country, ...others] = countries
  if (!country || others.length > 0) return { kind: 'entity', ...entity }
  const { iso3: alpha3, name } = country
  return {
    kind: 'office',
    entity,
    country: { alpha3, name: isCountry(alpha3) ? countryName(alpha3, 'en') : name },
  }
}

const goalsIn = (sdg: Activity['sdg']): number[] => [...new Set([sdg ?? []].flat().map(Number).filter(isSdg))]

const endOfDay = (day: Date): Date => new Date(day.getTime() + 86_400_000 - 1)
