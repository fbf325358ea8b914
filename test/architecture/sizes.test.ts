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
