import { open, type FileHandle } from 'node:fs/promises'
import { readConfig } from '../server/config.ts'
import { connect } from '../server/connect.ts'
import type { Adapt } from './import/adapted.ts'
import { formats } from './import/formats.ts'
import { readLines } from './import/lines.ts'
import { reportOnErrorOutput } from './import/report.ts'
import { runImport } from './import/run-import.ts'
import { runCommand, WrongCall } from './run-command.ts'

function adapterOf(format: string | undefined): { format: string; adapt: Adapt } {
  const known = Object.keys(formats).join(', ')
  if (!format) throw new WrongCall(`Usage: npm run import -- FORMAT FILE, with FORMAT one of ${known}`)
  const adapt = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (!adapt) throw new WrongCall(`The format ${format} is not known; known are ${known}`)
  return { format, adapt }
}

async function openFile(path: string | undefined): Promise<FileHandle> {
  if (!path) throw new WrongCall('Name the file to import: npm run import -- FORMAT FILE')
  const file = await open(path).catch((error: Error) => {
    throw new WrongCall(`The file ${path} can't be read: ${error.message}`)
  })
  if ((await file.stat()).isFile()) return file
  await file.close()
  throw new WrongCall(`${path} is no file`)
}

async function main([format, path]: string[]): Promise<void> {
  const adapter = adapterOf(format)
  const file = await openFile(path)
  const { services, disconnect } = await connect(readConfig(process.env), { join: true })
  const report = reportOnErrorOutput((line) => process.stderr.write(`${line}\n`))
  const lines = readLines(file.createReadStream())
  const summary = await runImport({ ...adapter, lines }, services, report)
  await disconnect()
  process.stdout.write(`${JSON.stringify(summary)}\n`)
}

await runCommand(main)
