/** Texts numbered in the order of their arrival, for good. */
export type Names = { list: string[]; numbers: Map<string, number> }

export function namesOf(list: string[]): Names {
  return { list, numbers: new Map(list.map((name, number) => [name, number])) }
}

/** The number of a text, which gets the next one when it is new. */
export function numberOf({ list, numbers }: Names, name: string): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  const number = list.push(name) - 1
  numbers.set(name, number)
  return number
}
