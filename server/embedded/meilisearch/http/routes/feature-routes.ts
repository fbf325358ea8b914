import { MeilisearchError, notSupported } from '../../errors.ts'
import { unknownField } from '../../misfits.ts'
import { objectBody, ok } from '../request.ts'
import type { ApiRequest, Reply } from '../request.ts'
import type { RouteEntry } from '../router.ts'

export const featureRoutes: RouteEntry[] = [
  ['GET', '/experimental-features', 'experimental.get', () => ok(features)],
  ['PATCH', '/experimental-features', 'experimental.update', update],
]

/** None of them is here. */
const features = {
  metrics: false,
  logsRoute: false,
  editDocumentsByFunction: false,
  containsFilter: false,
  network: false,
  getTaskDocumentsRoute: false,
  compositeEmbedders: false,
  chatCompletions: false,
  multimodal: false,
  vectorStoreSetting: false,
}

const names = Object.keys(features)

function update(request: ApiRequest): Reply {
  const body = objectBody(request)
  const unknown = Object.keys(body).find((name) => !names.includes(name))
  if (unknown !== undefined) throw new MeilisearchError('bad_request', unknownField('', unknown, names))
  const wanted = names.find((name) => body[name] === true)
  if (wanted !== undefined) throw notSupported(`The experimental feature \`${wanted}\``)
  return ok(features)
}
