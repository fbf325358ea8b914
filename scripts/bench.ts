import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { explain } from '../server/explain.ts'
import { benchApplication } from './bench/application.ts'
import { benchDatabase } from './bench/database.ts'
import { printTable } from './bench/table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'un-info': { type: 'string' },
    ocean: { type: 'string' },
    minutes: { type: 'string', default: '1' },
  },
})

const benches: Record<string, (folder: string) => Promise<Record<string, number>>> = {
  database: (folder) => benchDatabase(folder, Number(values.minutes)),
  application: (folder) => benchApplication(folder, { unInfo: values['un-info'], ocean: values.ocean }),
}

/** Runs what was named, or all, each in an empty folder; prints a table and then one JSON line of all figures. */
async function bench(): Promise<void> {
  const all: Record<string, Record<string, number>> = {}
  for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
    const run = Object.hasOwn(benches, name) ? benches[name] : undefined
    if (!run) throw new Error(`There is no bench ${name}; there are ${Object.keys(benches).join(' and ')}`)
    all[name] = await inFolder(run)
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

try {
  await bench()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
process.exit()
