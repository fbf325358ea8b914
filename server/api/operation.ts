import { Router, type Request, type Response } from 'express'
import type { TFunction } from 'i18next'
import type { z } from 'zod'
import type { Account } from '../accounts/account.ts'
import { accountOf } from '../accounts/guards.ts'
import { permissionsOf, type Permissions } from '../accounts/permission.ts'
import { asProblems, fieldErrors } from '../web/form-errors.ts'
import { forbidden, invalid, Problem } from '../web/problem.ts'

/** Who may call: everybody, everybody who signed in, or holders of a permission. */
export type Access = 'public' | 'account' | keyof Permissions

/** What a handler is given, checked already. */
export interface Call<Body = unknown, Query = unknown> {
  account: Account | undefined
  /** the account, for operations that are not public */
  me: Account
  params: Record<string, string>
  body: Body
  query: Query
  /** the caller's key for a repeatable POST, if there is one */
  idempotencyKey?: string
  /** network address of the caller */
  address: string
  language: string
  t: TFunction
}

export interface Answer {
  status?: number
  headers?: Record<string, string>
  body?: unknown
}

/** One entry of the API: the route, its description and what validates its input are the same object. */
export interface Operation<Body extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType> {
  method: 'get' | 'post' | 'patch' | 'put' | 'delete'
  /** with parameters in braces, as OpenAPI writes them */
  path: string
  summary: string
  access: Access
  body?: Body
  query?: Query
  /** of the answer when all goes well, with the schema of its body */
  status: number
  answer?: z.ZodType
  handle(call: Call<z.output<Body>, z.output<Query>>): Promise<Answer>
}

/** Keeps the types of body and query together with their handler; the table itself no longer needs them. */
export const operation = <Body extends z.ZodType, Query extends z.ZodType>(
  entry: Operation<Body, Query>,
): Operation => entry as unknown as Operation

export function mount(operations: Operation[]): Router {
  const router = Router()
  for (const entry of operations) {
    const path = entry.path.replaceAll(/\{(\w+)\}/g, ':$1')
    router[entry.method](path, (req, res) => run(entry, req, res))
  }
  return router
}

async function run(entry: Operation, req: Request, res: Response): Promise<void> {
  const me = admitted(entry.access, req)
  const call: Call = {
    account: req.account,
    me: me as Account,
    params: req.params as Record<string, string>,
    body: checked(entry.body, req.body ?? {}, req.t),
    query: checked(entry.query, { ...req.query }, req.t),
    idempotencyKey: keyOf(req),
    address: req.ip ?? 'unknown',
    language: req.language,
    t: req.t,
  }
  const { status = entry.status, headers = {}, body } = await entry.handle(call)
  res.status(status).set(headers)
  if (body === undefined) res.end()
  else res.json(body)
}

function admitted(access: Access, req: Request): Account | undefined {
  if (access === 'public') return req.account
  const account = accountOf(req)
  if (access !== 'account' && !permissionsOf(account)[access]) throw forbidden()
  return account
}

/** Throws 422 naming each field; a body that is no object at all names none. */
export function checked<T extends z.ZodType>(
  schema: T | undefined,
  input: unknown,
  t: TFunction,
): z.output<T> {
  if (!schema) return undefined as z.output<T>
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw invalid(asProblems(fieldErrors(parsed.error, input), t))
  return parsed.data
}

function keyOf(req: Request): string | undefined {
  const key = req.get('idempotency-key')
  if (key === undefined) return undefined
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new Problem('bad-request', { detail: 'The Idempotency-Key is not usable.' })
  return `api:${key}`
}
