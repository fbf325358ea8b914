import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeSynthetic } from '../../scripts/bench/synthetic.ts'
import { formats } from '../../scripts/import/formats.ts'

test('the made-up records are as many as the real ones, and every one can be imported', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'concord-synthetic-'))
  const { unInfo, ocean } = await writeSynthetic(folder)
  const rejectedIn = async (format: string, path: string) => {
    const lines = (await readFile(path, 'utf8')).trim().split('\n')
    const adapted = lines.map((line) => formats[format]?.(JSON.parse(line)))
    const kept = adapted.filter((one) => one && 'posting' in one)
    return { lines: lines.length, kept: kept.length }
  }
  expect(await rejectedIn('un-info', unInfo)).toEqual({ lines: 16_800, kept: 16_800 })
  expect(await rejectedIn('ocean-commitments', ocean)).toEqual({ lines: 1_800, kept: 1_800 })
  await rm(folder, { recursive: true, force: true })
})
