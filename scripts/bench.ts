import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchApplication } from './bench/application.ts'
import { benchDatabase } from './bench/database.ts'
import { benchSearch } from './bench/search.ts'
import { printTable } from './bench/table.ts'
import { runCommand, WrongCall } from './run-command.ts'

type Bench = (folder: string, options: Options) => Promise<Record<string, number>>

const benches: Record<string, Bench> = {
  database: (folder, { minutes }) => benchDatabase(folder, Number(minutes)),
  search: (folder, options) => benchSearch(folder, options['un-info'] && resolve(options['un-info'])),
  application: (folder, options) =>
    benchApplication(folder, { unInfo: options['un-info'], ocean: options.ocean }),
}

interface Options {
  'un-info'?: string
  ocean?: string
  minutes: string
}

function readCall(): { names: string[]; options: Options } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'un-info': { type: 'string' },
        ocean: { type: 'string' },
        minutes: { type: 'string', default: '1' },
      },
    })
    return { names: positionals, options: values }
  } catch (error) {
    throw new WrongCall((error as Error).message)
  }
}

function refuseWrong(names: readonly string[], { minutes }: Options): void {
  const unknown = names.find((name) => !Object.hasOwn(benches, name))
  if (unknown)
    throw new WrongCall(`There is no bench ${unknown}; there are ${Object.keys(benches).join(' and ')}`)
  if (!(Number(minutes) > 0)) throw new WrongCall('--minutes wants a number above 0')
}

/** Runs what was named, or all, each in an empty folder; prints a table and then one JSON line of all figures. */
async function bench(): Promise<void> {
  const { names, options } = readCall()
  refuseWrong(names, options)
  const all: Record<string, Record<string, number>> = {}
  for (const [name, run] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue
    all[name] = await inFolder((folder) => run(folder, options))
    printTable(name, all[name])
  }
  console.log(JSON.stringify(all))
}

async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-bench-'))
  try {
    return await run(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

await runCommand(bench)
