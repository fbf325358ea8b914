import { evaluateLanguages } from './evaluate/languages.ts'
import { evaluateMatches } from './evaluate/matches.ts'
import { evaluateNames } from './evaluate/names.ts'
import { evaluateSdg } from './evaluate/sdg.ts'
import { runCommand, WrongCall } from './run-command.ts'

/** Each measures on the labelled data at a path and returns its figures, 0 to 1 but for the counts. */
const kinds: Record<string, (path: string, tell: (line: string) => void) => Promise<object>> = {
  matches: evaluateMatches,
  languages: evaluateLanguages,
  sdg: evaluateSdg,
  names: evaluateNames,
}

async function evaluate([kind, path]: string[]): Promise<void> {
  const measure = kind && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (!measure || !path)
    throw new WrongCall(`Usage: npm run evaluate -- KIND PATH, with KIND one of ${known}`)
  const figures = await measure(path, (line) => process.stderr.write(`${line}\n`))
  console.log(JSON.stringify(figures))
}

const known = Object.keys(kinds).join(', ')

await runCommand(evaluate)
