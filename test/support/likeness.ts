/** Share of the runs of twelve letters that two texts have in common. */
export function likeness(one: string, other: string): number {
  const [ofOne, ofOther] = [one, other].map(
    (text) => new Set(Array.from({ length: text.length - 11 }, (_, at) => text.slice(at, at + 12))),
  ) as [Set<string>, Set<string>]
  const common = [...ofOne].filter((run) => ofOther.has(run)).length
  return common / Math.min(ofOne.size, ofOther.size)
}
