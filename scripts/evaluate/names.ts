import { z } from 'zod'
import { nameIndexOf } from '../../server/screening/names/name-index.ts'
import { readLabelled } from './labelled-file.ts'
import { ratio } from './ranking.ts'

const line = z.object({ query: z.string(), name: z.string(), same: z.boolean() })

/** How many names that mean the same screening takes for alike, and how many that don't. */
export async function evaluateNames(file: string): Promise<object> {
  const pairs = await readLabelled(file, line)
  const alike = pairs.filter(({ query, name }) => isAlike(query, name))
  const same = pairs.filter((pair) => pair.same)
  return {
    recall: ratio(alike.filter((pair) => pair.same).length, same.length),
    falsePositiveRate: ratio(alike.filter((pair) => !pair.same).length, pairs.length - same.length),
    pairs: pairs.length,
  }
}

const isAlike = (query: string, name: string): boolean => nameIndexOf([entryOf(name)]).hits(query).length > 0

const entryOf = (name: string) => ({ id: 'listed', list: 'labelled', names: [name] })
