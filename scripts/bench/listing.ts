import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Agent, get } from 'node:http'
import { median, timed } from './figures.ts'
import { startProgram } from './programs.ts'
import type { Site } from './site.ts'

const rounds = 60
const agent = new Agent({ keepAlive: true })

/** Milliseconds of the median request of the needs' listing with its facets, and of a bare route with those bytes. */
export async function listingTimes(site: Site, folder: string) {
  const url = `${site.url}/needs?q=water&country=KEN`
  const page = await bytesOf(url)
  const file = join(folder, 'listing.html')
  await writeFile(file, page)
  const bare = await startProgram(['scripts/bench/bare-route.ts', file], {}, /Bare route at \S+\n/)
  const bareUrl = /Bare route at (\S+)/.exec(bare.printed)?.[1] ?? ''
  const times = { page: [] as number[], bare: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    times.page.push(await timed(() => bytesOf(url)))
    times.bare.push(await timed(() => bytesOf(bareUrl)))
  }
  await bare.stop()
  return { page: median(times.page), bare: median(times.bare), bytes: page.length }
}

/** Asks for the bytes as they are, since the bare route does not compress. */
function bytesOf(url: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    const request = get(url, { agent, headers: { 'accept-encoding': 'identity' } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        answer.statusCode === 200
          ? done(Buffer.concat(chunks))
          : fail(new Error(`${url}: ${answer.statusCode}`)),
      )
    })
    request.on('error', fail)
  })
}
