import { MeilisearchError, notSupported } from '../errors.ts'
import { isObject } from '../json.ts'
import type { JsonObject } from '../json.ts'

/** Parameters that the original knows too; allowed only where they ask for nothing. */
const leftOut = ['hybrid', 'vector', 'media', 'personalize', 'showPerformanceDetails']

/** Refuses what is left out; answers with the other parameters. As no embedder can be set up, none is found. */
export function refuseLeftOut(body: JsonObject): JsonObject {
  const asked = leftOut.find((name) => body[name] != null && body[name] !== false)
  if (asked === 'hybrid' && isObject(body['hybrid']) && typeof body['hybrid']['embedder'] === 'string') {
    const message = `Cannot find embedder with name \`${body['hybrid']['embedder']}\`.`
    throw new MeilisearchError('invalid_search_embedder', message)
  }
  if (asked === 'vector') {
    const message = 'Invalid request: missing `hybrid` parameter when `vector` is present.'
    throw new MeilisearchError('missing_search_hybrid', message)
  }
  if (asked !== undefined) throw notSupported(`The search parameter \`${asked}\``)
  return Object.fromEntries(Object.entries(body).filter(([name]) => !leftOut.includes(name)))
}
