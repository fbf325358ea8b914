import type { Request } from 'express'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import { CONTRIBUTION_TYPES } from '../vocabulary/contribution-types.ts'
import { SDGS } from '../vocabulary/sdgs.ts'
import { addressWith } from '../web/address.ts'

type Reader = Pick<Request, 'language' | 't'>

interface Column {
  short: string
  /** where the short one does not say it */
  name?: string
  href: string
  has(entity: Organisation): boolean
}

/** The models of `views/entities/_matrix.hbs`: entities by goals, and by the kinds of contribution that they take. */
export function entityMatrices(entities: Organisation[], { language, t }: Reader) {
  const names = namesIn(language)
  const goals = SDGS.map((goal) => ({
    ...{ short: String(goal), name: names.goal(goal).name },
    href: addressWith(paths.entities(), { sdg: String(goal) }),
    has: ({ mandate }: Organisation) => mandate?.sdgs.includes(goal) === true,
  }))
  const types = CONTRIBUTION_TYPES.map((type) => ({
    short: names.type(type),
    href: addressWith(paths.entities(), { type }),
    has: ({ mandate }: Organisation) =>
      mandate?.contributionTypes.length === 0 || mandate?.contributionTypes.includes(type) === true,
  }))
  return [
    { id: 'by-goal', caption: t('entities:matrix.goals'), ...matrix(entities, goals) },
    { id: 'by-type', caption: t('entities:matrix.types'), ...matrix(entities, types) },
  ]
}

const matrix = (entities: Organisation[], columns: Column[]) => ({
  columns: columns.map(({ short, name, href }) => ({ short, name, href })),
  rows: entities.map((entity) => ({
    ...{ name: entity.acronym ?? entity.name, title: entity.name, href: paths.organisation(entity) },
    cells: columns.map((column) => column.has(entity)),
  })),
})
