import { z } from 'zod'
import { listOrganisations } from '../organisations/list-organisations.ts'
import { organisationOrder, organisationQuery } from '../organisations/organisation-query.ts'
import { listPartnerships } from '../partnerships/list-partnerships.ts'
import { organisationsFor } from '../partnerships/organisation-access.ts'
import { partnershipOrder, partnershipQuery } from '../partnerships/partnership-query.ts'
import { fitsOrder } from '../search/cursor.ts'
import type { Order } from '../search/order.ts'
import type { Services } from '../services.ts'
import { invalid, notFoundProblem, Problem } from '../web/problem.ts'
import { operation, type Operation } from './operation.ts'
import { organisationAnswer, organisationJson, partnershipAnswer } from './register-json.ts'

type RegisterServices = Pick<
  Services,
  'organisations' | 'partnerships' | 'publicOrganisations' | 'search' | 'clock' | 'mendIndex'
>

const language = { lang: z.string().optional() }
const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    facets: z.record(z.string(), z.array(z.object({ value: z.string(), count: z.int() }))),
    total: z.int(),
    nextCursor: z.string().nullable(),
  })

/** The organisations and partnerships that everybody may see. */
export function registerOperations(services: RegisterServices): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/organisations',
      summary:
        'UN entities, their offices, and companies with an open offer or a partnership, with facet counts',
      access: 'public',
      query: organisationQuery.extend(language).strict(),
      status: 200,
      answer: page(organisationAnswer),
      async handle({ query, t }) {
        checkCursor(query.cursor, organisationOrder(query), t('form.errors.choice'))
        const { items, ...rest } = found(await listOrganisations(services, query))
        return {
          body: pageJson(
            items.map(({ shown }) => organisationJson(shown)),
            rest,
          ),
        }
      },
    }),
    operation({
      method: 'get',
      path: '/organisations/{id}',
      summary: 'One organisation',
      access: 'public',
      status: 200,
      answer: organisationAnswer,
      async handle({ account, params }) {
        const { organisation } = await organisationsFor(account, services).find(params.id ?? '')
        return { body: organisationJson(organisation) }
      },
    }),
    operation({
      method: 'get',
      path: '/partnerships',
      summary: 'The public record of partnerships, with facet counts',
      access: 'public',
      query: partnershipQuery.extend(language).strict(),
      status: 200,
      answer: page(partnershipAnswer),
      async handle({ query, t }) {
        checkCursor(query.cursor, partnershipOrder(query), t('form.errors.choice'))
        const { items, ...rest } = found(await listPartnerships(services, query))
        return {
          body: pageJson(
            items.map(({ shown }) => shown),
            rest,
          ),
        }
      },
    }),
    operation({
      method: 'get',
      path: '/partnerships/{id}',
      summary: 'One partnership',
      access: 'public',
      status: 200,
      answer: partnershipAnswer,
      async handle({ params }) {
        const partnership = await services.partnerships.find(params.id ?? '')
        if (!partnership) throw notFoundProblem()
        return { body: partnership }
      },
    }),
  ]
}

function checkCursor(cursor: string | undefined, order: Order, message: string): void {
  if (!fitsOrder(cursor, order)) throw invalid([{ field: 'cursor', message }])
}

function found<T>(listing: T | null): T {
  if (!listing) throw new Problem('unavailable', { detail: 'The search server does not answer.' })
  return listing
}

const pageJson = <T>(
  items: T[],
  { facets, total, nextCursor }: { facets: unknown; total: number; nextCursor: string | null },
) => ({ items, facets, total, nextCursor })
