import { createRequire } from 'node:module'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import { allCountries, countryOf } from '../vocabulary/places.ts'

export type Shape = Feature<Polygon | MultiPolygon> & {
  /** ISO 3166-1 alpha-3; none for an area that M49 gives no code of its own */
  country?: string
}

type Atlas = Parameters<typeof feature>[0]
type Areas = FeatureCollection<Polygon | MultiPolygon>

const read = createRequire(import.meta.url)
const countryByM49 = new Map(allCountries().map((alpha3) => [countryOf(alpha3)?.m49, alpha3]))
/** Nobody posts for it, and it would take a fifth of the picture. */
const left = '010'

/**
 * The areas of Natural Earth in its scale of 1:110m, enough for the world, or 1:50m, enough for a country and its
 * neighbours. Its numbers are those of M49.
 */
export function landOf(scale: '110m' | '50m'): Shape[] {
  const atlas: Atlas = read(`world-atlas/countries-${scale}.json`)
  const { features } = feature(atlas, 'countries') as unknown as Areas
  return features
    .filter(({ id }) => id !== left)
    .map((area) => ({ ...area, country: countryByM49.get(String(area.id)) }))
}
