import { pinyinBoundaries } from './pinyin-boundaries.ts'

const order = new Intl.Collator('zh-u-co-pinyin')
const boundaries = pinyinBoundaries
  .split(' ')
  .map((entry) => ({ syllable: entry.slice(0, -1), first: entry.slice(-1) }))
const readings = new Map<string, string>()
/** The characters in use number some ten thousand; what is read once is kept. */
const mostReadings = 20_000

/** How a Chinese character reads in pinyin, without tone; ü is written u. */
export function pinyinOf(character: string): string {
  const known = readings.get(character)
  if (known !== undefined) return known
  const reading = lookUp(character)
  if (readings.size < mostReadings) readings.set(character, reading)
  return reading
}

function lookUp(character: string): string {
  let [low, high] = [0, boundaries.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (order.compare(boundaries[middle]?.first ?? '', character) <= 0) low = middle
    else high = middle - 1
  }
  return boundaries[low]?.syllable ?? ''
}
