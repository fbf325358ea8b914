import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { WrongCall } from '../run-command.ts'

/** Throws `WrongCall` where the file can't be read. */
export const readText = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: Error) => {
    throw new WrongCall(`The file ${path} can't be read: ${error.message}`)
  })

/** The lines of a JSON Lines file; `WrongCall` names the first that does not fit the schema. */
export async function readLabelled<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>[]> {
  const lines = (await readText(path)).split('\n')
  return lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [checked(schema, jsonOf(line), `${path}, line ${index + 1}`)],
  )
}

/** What fits the schema; else a `WrongCall` that says where it stood and what is wrong first. */
export function checked<S extends z.ZodType>(schema: S, found: unknown, place: string): z.output<S> {
  const parsed = schema.safeParse(found)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new WrongCall(`${place}: ${issue?.path.join('.') || 'all of it'}: ${issue?.message}`)
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
