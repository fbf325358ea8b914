import type { Request } from 'express'
import { closestPairs, type Field } from '../organisations/mandate-overlap.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import { conceptLabel } from '../vocabulary/concepts/concepts.ts'
import { isLanguage } from '../vocabulary/languages.ts'

const mostPairs = 12

/** The model of `views/entities/_pairs.hbs`: whose mandates meet, in what, and what remains each one's own. */
export function entityPairs(entities: Organisation[], { language, t }: Pick<Request, 'language' | 't'>) {
  const names = namesIn(language)
  const spoken = isLanguage(language) ? language : 'en'
  const inWords = ({ concepts, sdgs }: Field): string[] =>
    concepts.length > 0
      ? concepts.map((topic) => conceptLabel(topic, spoken))
      : sdgs.map((goal) => `${goal}. ${names.goal(goal).name}`)
  return closestPairs(entities, mostPairs).map(({ entities: pair, both, own }) => ({
    entities: pair.map((entity) => ({ href: paths.organisation(entity), name: shortName(entity) })),
    both: inWords(both),
    own: pair.map((entity, index) => ({
      label: t('entities:pairs.only', { entity: shortName(entity) }),
      words: inWords(own[index] ?? both),
    })),
  }))
}

const shortName = ({ acronym, name }: Organisation): string => acronym ?? name
