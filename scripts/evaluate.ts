import { explain } from '../server/explain.ts'
import { evaluateLanguages } from './evaluate/languages.ts'
import { evaluateMatches } from './evaluate/matches.ts'
import { evaluateNames } from './evaluate/names.ts'
import { evaluateSdg } from './evaluate/sdg.ts'
import { WrongCall } from './wrong-call.ts'

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

try {
  await evaluate(process.argv.slice(2))
  process.exit(0)
} catch (error) {
  console.error(error instanceof WrongCall ? error.message : explain(error))
  process.exit(1)
}
