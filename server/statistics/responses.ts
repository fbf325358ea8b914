import { responseFigures, type ResponseFigures } from '../answers/response-figures.ts'
import type { CountedAnswer, FiguresStore } from './figures-store.ts'
import type { Span } from './period.ts'

/** How the entities answered the offers that they were asked about within a span. */
export interface Responses {
  all: ResponseFigures
  /** those that were asked most first */
  entities: (ResponseFigures & { organisationId: string })[]
}

export async function countResponses(store: FiguresStore, span: Span): Promise<Responses> {
  const byEntity = new Map<string, CountedAnswer[]>()
  for await (const answer of store.answers(span)) {
    const theirs = byEntity.get(answer.organisationId) ?? []
    byEntity.set(answer.organisationId, theirs)
    theirs.push(answer)
  }
  const entities = [...byEntity].map(([organisationId, answers]) => ({
    ...{ organisationId, ...responseFigures(answers, span.until) },
  }))
  return {
    all: responseFigures([...byEntity.values()].flat(), span.until),
    entities: entities.sort((one, other) => other.asked - one.asked),
  }
}
