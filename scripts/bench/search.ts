import { availableParallelism, loadavg } from 'node:os'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { rounded } from './figures.ts'
import { runProgram } from './programs.ts'
import { grown } from './search/meanings.ts'

type Figures = Record<string, number>

const sizes = [20_000, 100_000]
const say = (line: string) => process.stderr.write(line)

/**
 * The embedded search over HTTP at two sizes, beside MiniSearch and Orama that answer the same typed questions in
 * processes of their own. With a file of public records postings are made of its words, else of made-up ones.
 */
export async function benchSearch(folder: string, unInfo: string | undefined): Promise<Figures> {
  const loadBefore = loadNow()
  const all: Figures[] = []
  for (const size of sizes) all.push(await measured(folder, size, unInfo))
  const [small, large] = all as [Figures, Figures]
  const better = (name: string) => Math.min(large[`minisearch.${name}`]!, large[`orama.${name}`]!)
  return {
    typedMedianRatio: rounded(large['typedMedian']! / better('typedMedian')),
    typedP95Ratio: rounded(large['typedP95']! / better('typedP95')),
    ...growthOf(small, large),
    ...named(small, 'Of20000'),
    ...named(large, 'Of100000'),
    loadBefore,
    loadAfter: loadNow(),
    processors: availableParallelism(),
  }
}

const loadNow = (): number => rounded(loadavg()[0] ?? NaN)

/** Who is measured, and what stands before the names of its figures; the stand-in is filled and then started afresh. */
const contestants = { filling: '', standIn: '', minisearch: 'minisearch.', orama: 'orama.' }

async function measured(folder: string, size: number, unInfo: string | undefined): Promise<Figures> {
  const own = join(folder, String(size))
  await mkdir(own)
  const figures: Figures = {}
  for (const [who, prefix] of Object.entries(contestants)) {
    say(`${who} with ${size} postings\n`)
    const program = ['scripts/bench/search/program.ts', who, String(size), own, ...(unInfo ? [unInfo] : [])]
    const { printed } = await runProgram(program, {}, say)
    for (const [name, figure] of Object.entries(JSON.parse(printed) as Figures))
      figures[prefix + name] = figure
  }
  return figures
}

const growthOf = (small: Figures, large: Figures): Figures =>
  Object.fromEntries(grown.map((name) => [`${name}Growth`, rounded(large[name]! / small[name]!)]))

const named = (figures: Figures, size: string): Figures =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name + size, figure]))
