import { isDeepStrictEqual } from 'node:util'
import type { Crate, Ledger } from './writers.ts'

/** Sentences on what is not as the ledger allows; afterwards the ledger takes what is there as acknowledged. */
export function compare(stored: readonly Crate[], ledger: Ledger): string[] {
  const there = new Map(stored.map((crate) => [crate._id, crate]))
  const faults: string[] = []
  const isAs = (id: string, state: Crate | undefined) => isDeepStrictEqual(there.get(id), state)
  const settled = new Map(ledger.acknowledged)
  for (const { all, changes } of ledger.pending) {
    const done = [...changes].filter(([id, state]) => isAs(id, state))
    if (all && done.length > 0 && done.length < changes.size)
      faults.push(`torn: ${[...changes.keys()].join(', ')}`)
    for (const [id, state] of done) settled.set(id, state)
  }
  for (const [id, state] of settled)
    if (!isAs(id, state))
      faults.push(`${id} is ${JSON.stringify(there.get(id))}, not ${JSON.stringify(state)}`)
  for (const id of there.keys()) if (!settled.has(id)) faults.push(`${id} was never written`)
  if (new Set(stored.map(({ code }) => code)).size !== stored.length) faults.push('a code is there twice')
  ledger.acknowledged = new Map(stored.map((crate) => [crate._id, crate]))
  ledger.pending = []
  return faults
}
