import { allCountries, GROUPS, regionsOf, WORLD } from './places.ts'

const chains = allCountries().map(chainOf)
const parents = new Map(
  chains.flatMap((chain) => chain.map((region, index) => [region, chain[index - 1]] as const)),
)

/** The continents of M49, by code; the groupings are no part of the tree. */
export const continents: readonly string[] = below(undefined)

/** The regions directly within a region, by code: those of Africa are Northern and Sub-Saharan Africa. */
export const regionsWithin = (region: string): readonly string[] => below(region)

/** The regions around a region, nearest first, without the world. */
export function regionsAround(region: string): string[] {
  const parent = parents.get(region)
  return parent === undefined ? [] : [parent, ...regionsAround(parent)]
}

function below(region: string | undefined): string[] {
  return [...parents]
    .filter(([, parent]) => parent === region)
    .map(([code]) => code)
    .sort()
}

/** The regions that a country lies in, widest first. */
function chainOf(alpha3: string): string[] {
  const others: readonly string[] = [WORLD, ...GROUPS]
  return regionsOf(alpha3).filter((region) => !others.includes(region))
}
