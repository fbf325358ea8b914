import type { Column } from '../exports/exportable.ts'
import { paths } from '../paths.ts'
import { industryName, isIndustry } from '../vocabulary/industries.ts'
import type { ListedPosting } from './list-postings.ts'
import { namesIn } from './posting-names.ts'
import type { Posting } from './posting.ts'

type Listed = ListedPosting<Posting>

/** A posting as a row of a table: codes as the API has them, and beside them their names in a language. */
export function postingColumns(language: string, baseUrl: string): Column<Listed>[] {
  const names = namesIn(language)
  const column = (name: string, valueOf: (posting: Posting) => ReturnType<Column<Listed>['valueOf']>) => ({
    name,
    valueOf: ({ posting }: Listed) => valueOf(posting),
  })
  return [
    column('id', ({ id }) => id),
    column('title', ({ title }) => title),
    { name: 'status', valueOf: ({ status }) => status },
    { name: 'organisation', valueOf: ({ organisation }) => organisation },
    column('organisationId', ({ organisationId }) => organisationId),
    column('contributionTypes', ({ contributionTypes }) => contributionTypes),
    column('contributionTypeNames', ({ contributionTypes }) => contributionTypes.map(names.type)),
    column('sdgs', ({ sdgs }) => sdgs),
    column('sdgNames', ({ sdgs }) => sdgs.map((goal) => names.goal(goal).name)),
    column('sdgTargets', ({ sdgTargets }) => sdgTargets),
    column('countries', ({ countries }) => countries),
    column('countryNames', ({ countries }) => countries.map(names.country)),
    column('regions', ({ regions }) => regions),
    column('regionNames', ({ regions }) => regions.map(names.region)),
    column('industry', ({ industry }) => industry),
    column('industryName', ({ industry }) =>
      industry && isIndustry(industry) ? industryName(industry) : undefined,
    ),
    column('quantity', ({ quantity }) => quantity?.amount),
    column('unit', ({ quantity }) => quantity?.unit),
    column('value', ({ value }) => value?.amount),
    column('currency', ({ value }) => value?.currency),
    column('urgency', ({ urgency }) => urgency),
    column('availableFrom', ({ availableFrom }) => availableFrom),
    column('availableUntil', ({ availableUntil }) => availableUntil),
    column('createdAt', ({ createdAt }) => createdAt),
    column('updatedAt', ({ updatedAt }) => updatedAt),
    column('language', (posting) => posting.language),
    column('description', ({ description }) => description),
    column('url', (posting) => baseUrl + paths.posting(posting)),
  ]
}
