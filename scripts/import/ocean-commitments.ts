import { z } from 'zod'
import { detectLanguage } from '../../server/vocabulary/detect-language.ts'
import { alpha3FromName } from '../../server/vocabulary/place-names.ts'
import { isSdg, isTarget } from '../../server/vocabulary/sdgs.ts'
import type { Adapted, Rejected } from './adapted.ts'
import { contributionOf, typesOf } from './commitment-resources.ts'
import { countriesNamedIn } from './named-countries.ts'
import { problemOf, sourceDate } from './fields.ts'
import { shorten, tidy, tidyName } from './text.ts'

const commitment = z.object({
  id: z.string().trim().min(1),
  url: z.url().optional(),
  title: z.string().trim().min(1),
  description: z.string(),
  entity: z.string().trim().min(1),
  entityTypes: z.array(z.string()),
  sdgs: z.array(z.number()),
  sdg14Targets: z.array(z.string()),
  resources: z.array(z.object({ type: z.string(), details: z.string() })),
  deliverables: z.array(
    z.object({ date: sourceDate.or(z.literal('')).nullish(), text: z.string().nullish() }),
  ),
  countriesRaw: z.string().nullish(),
})
type Commitment = z.infer<typeof commitment>

const shortestTitle = 5
const longestTitle = 160
const shortestDescription = 20
const longestDescription = 10_000
/** The registry opened with the first UN Ocean Conference; what bears no later date counts as from then. */
const registryOpened = new Date('2017-06-05T00:00:00Z')
/** A missing date was stored as the beginning of the computer's time. */
const noDate = new Date('1971-01-01T00:00:00Z')
const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/**
 * A registered voluntary commitment as an offer, whoever made it: governments, foundations and institutes put
 * something forward as companies do, and the screening looks at each. It ends with its last deliverable; one without
 * dates is a standing offer. The registry does not say where the poster is registered, so neither do we.
 */
export function adaptCommitment(record: unknown): Adapted | Rejected {
  const parsed = commitment.safeParse(record)
  if (!parsed.success) return { reason: problemOf(parsed.error) }
  const { id, url, entity, entityTypes, sdgs, sdg14Targets, resources } = parsed.data
  const text = textOf(parsed.data)
  if (text.description.length < shortestDescription) return { reason: 'description: says next to nothing' }
  const days = daysOf(parsed.data)
  const [first, last] = [days.at(0), days.at(-1)]
  return {
    poster: {
      kind: 'company',
      name: shorten(tidyName(entity), longestTitle),
      description: entityTypes.join(', '),
    },
    posting: {
      side: 'offer',
      ...text,
      contributionTypes: typesOf(resources),
      sdgs: sdgs.filter(isSdg),
      sdgTargets: sdg14Targets.filter(isTarget),
      countries: countriesOf(parsed.data),
      regions: [],
      ...contributionOf(resources),
      ...(last && { availableUntil: endOfDay(last) }),
      source: { format: 'ocean-commitments', key: id, ...(url && { url }) },
      createdAt: first && first > registryOpened ? first : registryOpened,
    },
  }
}

function textOf({ title, description, entity, deliverables }: Commitment) {
  const name = tidyName(title)
  const told = tidy(description)
  const steps = [...new Set(deliverables.map(({ text }) => tidy(text ?? '')))].filter((step) => step !== '')
  const full = name.length > longestTitle ? [name] : []
  const body = [...full, told, ...steps].filter((part) => part !== '').join('\n\n')
  return {
    title: shorten(name.length < shortestTitle ? `${name} – ${tidyName(entity)}` : name, longestTitle),
    description: shorten(body.replace(address, '…'), longestDescription),
    language: detectLanguage(`${name}. ${told}`.slice(0, 2_000), 'en'),
  }
}

/** The dated deliverables' days, earliest first. */
const daysOf = ({ deliverables }: Commitment): Date[] =>
  deliverables
    .flatMap(({ date }) => (date instanceof Date && date > noDate ? [date] : []))
    .sort((a, b) => a.getTime() - b.getTime())

/**
 * One name a line, countries among organisations; "N/A" and what is cut off name none. Then the title may: a reef of
 * one country is no offer to all.
 */
function countriesOf({ countriesRaw, title }: Commitment): string[] {
  const names = (countriesRaw ?? '').split('\n').map((name) => name.trim())
  const listed = new Set(names.flatMap((name) => alpha3FromName(name) ?? []))
  if (listed.size > 0 || names.includes('Global')) return [...listed]
  return countriesNamedIn(title)
}

const endOfDay = (day: Date): Date => new Date(day.getTime() + 86_400_000 - 1)
