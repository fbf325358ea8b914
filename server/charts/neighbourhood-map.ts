import { geoArea, geoAzimuthalEqualArea, geoCentroid, geoDistance, type GeoProjection } from 'd3-geo'
import type { Polygon } from 'geojson'
import { landOf, type Shape } from './land.ts'
import { svgPath } from './svg-path.ts'
import { middlesOf } from './world-outline.ts'

interface Neighbour {
  country: string
  path: string
}

export interface Neighbourhood {
  width: number
  height: number
  /** the country itself; empty for one that has no shape of its own */
  here: string
  /** where it lies, for one too small to be seen */
  dot: { x: number; y: number } | null
  neighbours: Neighbour[]
  /** areas without a code of their own */
  land: string
}

const width = 400
const height = 320
const margin = 70
/** Radius in radians of what is shown around a small country, some 700 kilometres, and around an island, some 1,600. */
const leastRadius = 0.11
const islandRadius = 0.25
/** Parts of a country below this share of its largest, such as islands far away, don't decide what is shown. */
const telling = 0.2
/** Square radians below which a country is marked by a dot: about 2,500 square kilometres. */
const tiny = 6e-5
/** Radius from which the coarser shapes are fine enough. */
const wide = 0.35
const drawn = new Map<string, Neighbourhood | null>()
const atlases = new Map<'50m' | '110m', Shape[]>()

/** A country among its neighbours; `null` for one of which the maps know no place. Each is drawn once. */
export function neighbourhoodOf(country: string): Neighbourhood | null {
  const known = drawn.get(country)
  if (known !== undefined) return known
  const map = draw(country)
  drawn.set(country, map)
  return map
}

function draw(country: string): Neighbourhood | null {
  const own = shapesOf('50m').find((shape) => shape.country === country)
  const main = own && mainParts(own)
  const middle = main ? geoCentroid(main) : middlesOf(shapesOf('50m')).get(country)
  if (!middle) return null
  const radius = radiusAround(middle, main)
  const projection = viewOf(middle, radius)
  const paths = shapesOf(radius > wide ? '110m' : '50m')
    .map((shape) => ({ country: shape.country ?? '', path: svgPath(shape, projection) }))
    .filter(({ path }) => path)
  const pathsOf = (code: string) => paths.flatMap((one) => (one.country === code ? one.path : [])).join('')
  return {
    ...{ width, height, here: pathsOf(country), land: pathsOf('') },
    dot: isTiny(main) ? dotAt(projection, middle) : null,
    neighbours: paths.filter((one) => one.country && one.country !== country),
  }
}

function shapesOf(scale: '50m' | '110m'): Shape[] {
  const shapes = atlases.get(scale) ?? landOf(scale)
  atlases.set(scale, shapes)
  return shapes
}

function radiusAround(middle: [number, number], main: Shape['geometry'] | undefined): number {
  const outermost = main ? Math.max(...pointsOf(main).map((point) => geoDistance(middle, point))) : 0
  return Math.max(isTiny(main) ? islandRadius : leastRadius, outermost)
}

const viewOf = (middle: [number, number], radius: number): GeoProjection =>
  geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .translate([width / 2, height / 2])
    .scale((height - margin) / 2 / (2 * Math.sin(radius / 2)))
    .clipAngle(90)
    .clipExtent([
      [0, 0],
      [width, height],
    ])

const isTiny = (main: Shape['geometry'] | undefined): boolean => !main || geoArea(main) < tiny

const pointsOf = (shape: Shape['geometry']) =>
  (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)
    .flat(2)
    .map(([longitude = 0, latitude = 0]): [number, number] => [longitude, latitude])

function mainParts({ geometry }: Shape): Shape['geometry'] {
  if (geometry.type === 'Polygon') return geometry
  const parts = geometry.coordinates.map((coordinates) => {
    const part: Polygon = { type: 'Polygon', coordinates }
    return { coordinates, area: geoArea(part) }
  })
  const largest = Math.max(...parts.map(({ area }) => area))
  const main = parts.filter(({ area }) => area >= telling * largest)
  return { type: 'MultiPolygon', coordinates: main.map(({ coordinates }) => coordinates) }
}

function dotAt(projection: GeoProjection, middle: [number, number]) {
  const point = projection(middle)
  return point && { x: Math.round(point[0]), y: Math.round(point[1]) }
}
