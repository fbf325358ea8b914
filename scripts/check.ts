import { spawnSync } from 'node:child_process'
import { findChromium } from '../test/support/chromium.ts'

/** Every check of the project, one after the other; all run even after one fails, so that one sees everything. */
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js']
const checks: { name: string; args: string[] }[] = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'] },
  { name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  { name: 'unused', args: ['node_modules/knip/bin/knip.js'] },
  { name: 'tests', args: [...jest, ...process.argv.slice(2), ...withoutJourneys()] },
]

/** Without a browser the journeys can't run; everything else does. */
function withoutJourneys(): string[] {
  if (findChromium()) return []
  console.log(
    'Chromium was not found, so the browser journeys are left out. Set CHROMIUM to its path to run them.',
  )
  return ['--testPathIgnorePatterns=/test/journeys/']
}

const failed = checks.filter(({ name, args }) => {
  const started = Date.now()
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  console.log(
    `${status === 0 ? 'passed' : 'FAILED'}: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  )
  return status !== 0
})

console.log(`checks: ${checks.length - failed.length} passed, ${failed.length} failed`)
process.exit(failed.length === 0 ? 0 : 1)
