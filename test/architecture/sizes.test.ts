import ts from 'typescript'
import { filesIn, type SourceFile } from './sources.ts'

const isData = ({ path }: SourceFile): boolean => /\/(data|demo|stop-words|synonyms|rules)\//.test(path)
const sources = [
  ...filesIn('server', '.ts'),
  ...filesIn('scripts', '.ts', '.mjs'),
  ...filesIn('public', '.js', '.css'),
].filter((file) => !isData(file))

const atPercentile = (values: number[], percent: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length * percent) / 100)] ?? 0

test('no source file is longer than 220 lines', () => {
  expect(sources.filter(({ lines }) => lines > 220).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
})

test('the median file has at most 55 lines, 95 of 100 at most 130', () => {
  const lengths = sources.map(({ lines }) => lines)
  expect(atPercentile(lengths, 50)).toBeLessThanOrEqual(55)
  expect(atPercentile(lengths, 95)).toBeLessThanOrEqual(130)
})

test('templates stay about a screen long', () => {
  const long = filesIn('views', '.hbs').filter(({ lines }) => lines > 60)
  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
})

test('functions are short: the median at most 6 lines, 95 of 100 at most 25', () => {
  const lengths = sources
    .filter(({ path }) => path.endsWith('.ts'))
    .flatMap((file) => functionLengths(file.path, file.text))
  expect(lengths.length).toBeGreaterThan(1_000)
  expect(atPercentile(lengths, 50)).toBeLessThanOrEqual(6)
  expect(atPercentile(lengths, 95)).toBeLessThanOrEqual(25)
})

/** Lines of every function, from its first to its last. */
function functionLengths(path: string, text: string): number[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const lengths: number[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      lengths.push(lineOf(node.end) - lineOf(node.getStart(source)) + 1)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return lengths
}
