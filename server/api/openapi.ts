import { z } from 'zod'
import type { Operation } from './operation.ts'

const problem = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
  },
}

/** The OpenAPI 3.1 description, made from the table that the API itself runs on. */
export function describeApi(operations: Operation[], baseUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const entry of operations)
    paths[entry.path] = { ...paths[entry.path], [entry.method]: describe(entry) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Concord',
      version: '1',
      description: 'Offers of companies, needs of United Nations entities, and what brings them together.',
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problem },
    },
  }
}

function describe({ method, path, summary, access, body, query, status, answer }: Operation) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const repeatable = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } }
  return {
    summary,
    ...(access !== 'public' && { security: [{ bearer: [] }] }),
    ...(access !== 'public' && access !== 'account' && { description: `Needs the permission ${access}.` }),
    parameters: [...inPath, ...queryParameters(query), ...(method === 'post' ? [repeatable] : [])],
    ...(body && { requestBody: { required: true, content: json(schemaOf(body, 'input')) } }),
    responses: {
      [status]: { description: 'Done', ...(answer && { content: json(schemaOf(answer, 'output')) }) },
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const json = (schema: unknown) => ({ 'application/json': { schema } })

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

function queryParameters(query: z.ZodType | undefined) {
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query, 'input') as Record<
    'properties' | 'required',
    never
  >
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: (required as string[]).includes(name),
    schema,
  }))
}
