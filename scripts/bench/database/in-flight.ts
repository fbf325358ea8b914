import { median } from '../figures.ts'

/** Runs `act` for 0 to `count` - 1 with `width` at a time and gives how many were done a second. */
export async function perSecond(
  count: number,
  width: number,
  act: (number: number) => Promise<unknown>,
): Promise<number> {
  let next = 0
  const lane = async () => {
    while (next < count) await act(next++)
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: width }, lane))
  return (count * 1_000) / (performance.now() - started)
}

/** Numbers below `below` in an order that looks random and is the same on every run. */
export const scattered = (turn: number, below: number): number =>
  (Math.imul(turn + 1, 2_654_435_761) >>> 0) % below

/**
 * Runs each of the measurements `rounds` times in turn and gives the median of each, so that what is compared meets the
 * machine in the same mood. Each hears the number of its round.
 */
export async function inTurn<Name extends string>(
  rounds: number,
  measurements: Record<Name, (round: number) => Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(measurements) as Name[]
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) figures[name].push(await measurements[name](round))
  return Object.fromEntries(names.map((name) => [name, median(figures[name])])) as Record<Name, number>
}
