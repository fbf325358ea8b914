const ofOneSize = {
  typedMedian: 'three typed words with a typo each, three filters, five facets, median, ms',
  typedP95: 'the same, 95th percentile, ms',
  typedFound: 'share of those questions that found the posting they are about',
  listingP95: 'filters and facets without words, 95th percentile, ms (aim < 20)',
  multiSearchP95: 'twelve one-word queries with filters in one request, 95th percentile, ms (aim < 40)',
  addedMilliseconds: 'until a task of 1,000 changed postings succeeded, slowest of five, ms (aim < 1,000)',
  visibleMilliseconds: 'until a search saw them all, ms (aim < 2,000)',
  waitedMilliseconds: 'longest that a typed question waited meanwhile, ms',
  indexSeconds: 'adding all, 5,000 at a time, s',
  startSeconds: 'start over them until the first answer, s (aim < 5)',
  memoryMegabytes: 'memory that the start took, MB',
  diskMegabytes: 'size on the disk, MB',
}

type Name = keyof typeof ofOneSize

const ofOthers: Name[] = ['typedMedian', 'typedP95', 'typedFound', 'indexSeconds']

/** The figures of one size, each named `who.figure` but for the stand-in's own. */
const sized = (size: number): Record<string, string> => ({
  ...namedFor('', size, Object.keys(ofOneSize) as Name[]),
  ...namedFor('minisearch.', size, ofOthers),
  ...namedFor('orama.', size, ofOthers),
})

const namedFor = (prefix: string, size: number, names: Name[]): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [
      `${prefix}${name}Of${size}`,
      `${size} postings: ${prefix && `${prefix.slice(0, -1)} in process, `}${ofOneSize[name]}`,
    ]),
  )

const growth = (name: Name): [string, string] => [
  `${name}Growth`,
  `from 20,000 to 100,000 (aim < 5): ${ofOneSize[name].replace(/,? \(aim.*/, '')}`,
]

export const grown = [
  'typedMedian',
  'typedP95',
  'listingP95',
  'multiSearchP95',
  'addedMilliseconds',
  'startSeconds',
  'memoryMegabytes',
] as const satisfies Name[]

export const search: Record<string, string> = {
  typedMedianRatio:
    '100,000 postings: typed question, median, to the better of MiniSearch and Orama (aim <= 0.5)',
  typedP95Ratio: 'the same, 95th percentile (aim <= 0.5)',
  ...Object.fromEntries(grown.map(growth)),
  ...sized(20_000),
  ...sized(100_000),
  loadBefore: 'load of the machine before, and after:',
  loadAfter: 'above the number of processors times are too long',
  processors: 'processors',
}
