import type { Express, Router } from 'express'

interface Layer {
  rawPath: string
  route?: { path: string; methods: Record<string, boolean> }
  handle: Partial<Router>
}

/** Every route that the application answers, as `GET /offers/:id`, read from its routers. */
export const routesOf = (app: Express): string[] => [
  ...new Set(routesIn(app.router.stack as unknown as Layer[], '')),
]

const routesIn = (stack: Layer[], prefix: string): string[] =>
  stack.flatMap(({ rawPath, route, handle }) => {
    if (route) return methodsOf(route).map((method) => `${method} ${withoutSlash(prefix + route.path)}`)
    const inner = handle.stack as unknown as Layer[] | undefined
    return inner ? routesIn(inner, prefix + (rawPath === '/' ? '' : rawPath)) : []
  })

const methodsOf = ({ methods }: { methods: Record<string, boolean> }): string[] =>
  Object.keys(methods).map((method) => method.toUpperCase())

const withoutSlash = (path: string): string => (path.length > 1 ? path.replace(/\/$/, '') : path)
