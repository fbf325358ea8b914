import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const folders = ['./', '../settings/']

/**
 * Names what documents were prepared by: the code that does it and the platform's tables of letters and of Chinese
 * words. What another maker prepared is made anew.
 */
export const maker = makerOf(folders.map((folder) => new URL(folder, import.meta.url)))

function makerOf(places: URL[]): string {
  const hash = createHash('sha256').update(`${process.versions.icu} ${process.versions.unicode}`)
  for (const place of places)
    for (const name of readdirSync(place).sort()) hash.update(readFileSync(new URL(name, place)))
  return hash.digest('hex')
}
