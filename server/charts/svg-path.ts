import { geoPath, type GeoContext, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo'

/** A geometry as the `d` of an SVG path: whole units, each point relative to the one before it, specks left out. */
export function svgPath(shape: GeoPermissibleObjects, projection: GeoProjection): string {
  const pen = wholeUnits()
  geoPath(projection, pen.context)(shape)
  return pen.drawn()
}

function wholeUnits() {
  const rings: string[] = []
  let start = ''
  let steps: string[] = []
  let [x, y] = [0, 0]
  const to = (nextX: number, nextY: number) => {
    const step: [number, number] = [Math.round(nextX) - x, Math.round(nextY) - y]
    x += step[0]
    y += step[1]
    return step
  }
  const context: GeoContext = {
    beginPath() {},
    moveTo(nextX, nextY) {
      to(nextX, nextY)
      start = `M${x} ${y}`
      steps = []
    },
    lineTo(nextX, nextY) {
      const [right, down] = to(nextX, nextY)
      if (right !== 0 || down !== 0) steps.push(`${right} ${down}`)
    },
    closePath() {
      if (steps.length > 1) rings.push(`${start}l${steps.join(' ').replaceAll(' -', '-')}z`)
    },
    arc() {},
  }
  return { context, drawn: () => rings.join('') }
}
