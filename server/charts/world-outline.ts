import { geoCentroid, geoEqualEarth, type GeoProjection } from 'd3-geo'
import { landOf, type Shape } from './land.ts'
import { svgPath } from './svg-path.ts'

export interface WorldOutline {
  width: number
  height: number
  /** the path of each area, by alpha-3 code; those without a code of their own under '' */
  paths: Map<string, string>
  /** where to put the dot of a country too small to have an area */
  dots: Map<string, { x: number; y: number }>
}

const width = 800
/** Seats of government of those that have no shape of their own in the maps used, as longitude and latitude. */
const places: Record<string, [number, number]> = {
  BES: [-68.27, 12.15],
  BVT: [3.4, -54.42],
  CCK: [96.83, -12.19],
  CXR: [105.68, -10.42],
  GIB: [-5.35, 36.14],
  GLP: [-61.73, 16],
  GUF: [-52.33, 4.94],
  MTQ: [-61.07, 14.6],
  MYT: [45.23, -12.78],
  REU: [55.45, -20.88],
  SJM: [15.64, 78.22],
  TKL: [-171.84, -9.38],
  TUV: [179.2, -8.52],
}
let outline: WorldOutline | undefined

/** The world in the equal-earth projection, which shows areas in their true proportions; drawn once. */
export function worldOutline(): WorldOutline {
  return (outline ??= draw())
}

/** Longitude and latitude of the middle of each area, and of places that have none. */
export const middlesOf = (shapes: Shape[]): Map<string, [number, number]> =>
  new Map([
    ...Object.entries(places),
    ...shapes.map((shape) => [shape.country ?? '', geoCentroid(shape)] as const),
  ])

function draw(): WorldOutline {
  const shapes = landOf('110m')
  const projection = geoEqualEarth().fitWidth(width, { type: 'FeatureCollection', features: shapes })
  const paths = new Map<string, string>()
  for (const shape of shapes) {
    const code = shape.country ?? ''
    paths.set(code, (paths.get(code) ?? '') + svgPath(shape, projection))
  }
  return { width, height: 352, paths, dots: dotsFor(paths, projection) }
}

function dotsFor(paths: Map<string, string>, projection: GeoProjection): WorldOutline['dots'] {
  const dots: WorldOutline['dots'] = new Map()
  for (const [code, middle] of middlesOf(landOf('50m'))) {
    const point = code && !paths.get(code) ? projection(middle) : null
    if (point) dots.set(code, { x: Math.round(point[0]), y: Math.round(point[1]) })
  }
  return dots
}
