import { MeilisearchError, notSupported } from '../errors.ts'
import type { Handler } from './request.ts'
import { documentRoutes } from './routes/document-routes.ts'
import { featureRoutes } from './routes/feature-routes.ts'
import { indexRoutes } from './routes/index-routes.ts'
import { keyRoutes } from './routes/key-routes.ts'
import { searchRoutes } from './routes/search-routes.ts'
import { settingsRoutes } from './routes/settings-routes.ts'
import { systemRoutes } from './routes/system-routes.ts'
import { taskRoutes } from './routes/task-routes.ts'

/** `action` is what a key must allow, null for what is open to all; a colon marks the variable parts of a path. */
export type RouteEntry = [method: string, path: string, action: string | null, handler: Handler]

type Route = { method: string; parts: string[]; action: string | null; namesIndex: boolean; handler: Handler }

const entries: RouteEntry[] = [
  ...systemRoutes,
  ...featureRoutes,
  ...indexRoutes,
  ...documentRoutes,
  ...searchRoutes,
  ...settingsRoutes,
  ...taskRoutes,
  ...keyRoutes,
]

const routes: Route[] = entries.map(([method, path, action, handler]) => {
  const parts = path.split('/').slice(1)
  return { method, parts, action, namesIndex: path.startsWith('/indexes/:'), handler }
})

/** Areas of the original that are left out whole. */
const leftOut = [
  'dumps',
  'snapshots',
  'network',
  'webhooks',
  'chats',
  'export',
  'logs',
  'metrics',
  'dynamic-search-rules',
  'render-template',
]
const leftOutOfIndexes = ['similar', 'compact', 'fields', 'settings']

export function findRoute(method: string, pathname: string): { route: Route; params: string[] } {
  const parts = pathname.split('/').slice(1).map(decoded)
  const matching = routes.filter((route) => matches(route.parts, parts))
  const route = matching.find((candidate) => candidate.method === method)
  if (route) return { route, params: parts.filter((_, place) => route.parts[place]!.startsWith(':')) }
  if (matching.length > 0)
    throw new MeilisearchError('method_not_allowed', `The method ${method} is not allowed here.`)
  if (leftOut.includes(parts[0]!) || (parts[0] === 'indexes' && leftOutOfIndexes.includes(parts[2]!)))
    throw notSupported(`\`${pathname}\``)
  throw new MeilisearchError('not_found', `The path \`${pathname}\` is unknown.`)
}

function matches(pattern: string[], parts: string[]): boolean {
  return (
    pattern.length === parts.length &&
    pattern.every((part, place) => part.startsWith(':') || part === parts[place])
  )
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
