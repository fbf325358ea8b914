import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import fc from 'fast-check'

const numbers = fc.oneof(
  fc.constantFrom(0, 1, 2, 3).map((number) => new Int32(number)),
  fc.constantFrom(0, 1, 1.5, -2.25, NaN, Infinity, 2 ** 53, 2 ** 60, 0.1).map((number) => new Double(number)),
  fc
    .constantFrom('0', '2', '9007199254740993', '-9007199254740993', '1152921504606846977')
    .map((text) => Long.fromString(text)),
  fc
    .constantFrom('0', '1.5', '0.1', '3', '9007199254740993', '1E400', 'NaN')
    .map((text) => Decimal128.fromString(text)),
)

const texts = fc.constantFrom(
  '',
  'a',
  'b',
  'a\0',
  'ab',
  'é',
  '\uffee',
  '😀',
  'x'.repeat(2000),
  'x'.repeat(1999) + 'y',
)

/** Values of every type that may be stored, few enough of each to meet often. */
export const scalars = fc.oneof(
  { weight: 4, arbitrary: numbers },
  { weight: 3, arbitrary: texts },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false) },
  fc.constantFrom(new Date(0), new Date(-1), new Date(86_400_000)),
  fc.constantFrom(new ObjectId('0'.repeat(24)), new ObjectId('f'.repeat(24))),
  fc.constantFrom(new Binary(Buffer.from('a')), new Binary(Buffer.from('bb'), 5)),
  fc.constantFrom(new Timestamp({ t: 1, i: 2 }), new MinKey(), new MaxKey()),
)

const small = fc.oneof(
  { weight: 6, arbitrary: scalars },
  { weight: 1, arbitrary: fc.array(scalars, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ b: scalars, c: scalars }, { requiredKeys: [] }) },
)

export const values = fc.oneof(
  { weight: 5, arbitrary: small },
  { weight: 1, arbitrary: fc.array(small, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ b: small, c: scalars }, { requiredKeys: [] }) },
)

/** Documents whose fields `a` and `d` take any value. */
export const documents = fc.record({ a: values, d: small }, { requiredKeys: [] })

const paths = fc.constantFrom('a', 'd', 'a.b', 'a.c', 'd.b', 'a.0', 'a.b.c')
const comparisons = fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne')

const conditions: fc.Arbitrary<object> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(paths, values).map(([path, value]) => ({ [path]: { $eq: value } })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(paths, comparisons, values)
      .map(([path, name, value]) => ({ [path]: { [name]: value } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(paths, scalars, scalars)
      .map(([path, low, high]) => ({ [path]: { $gte: low, $lt: high } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(paths, fc.array(small, { maxLength: 4 }))
      .map(([path, list]) => ({ [path]: { $in: list } })),
  },
  fc.tuple(paths, fc.boolean()).map(([path, exists]) => ({ [path]: { $exists: exists } })),
  fc.tuple(paths, scalars).map(([path, value]) => ({ [path]: { $elemMatch: { $gte: value } } })),
  fc.tuple(scalars, scalars).map(([b, c]) => ({ a: { $elemMatch: { b, c } } })),
  fc.tuple(paths, scalars).map(([path, value]) => ({ [path]: { $not: { $gt: value } } })),
)

/** Queries of one to three conditions. */
export const queries = fc.oneof(
  { weight: 3, arbitrary: conditions },
  { weight: 2, arbitrary: fc.array(conditions, { minLength: 2, maxLength: 3 }).map(($and) => ({ $and })) },
  { weight: 1, arbitrary: fc.array(conditions, { minLength: 2, maxLength: 3 }).map(($or) => ({ $or })) },
)

const directions = fc.constantFrom<1 | -1>(1, -1)

/** Sorts by one or two fields and then by `_id`, so that the order is fully given. */
export const sorts = fc
  .tuple(paths, paths, directions, directions, directions)
  .map(([first, second, a, b, c]): Record<string, 1 | -1> => ({ [first]: a, [second]: b, _id: c }))

/** Keys of an index. */
export const indexKeys = fc
  .tuple(fc.uniqueArray(paths, { minLength: 1, maxLength: 3 }), directions, directions)
  .map(([names, a, b]): Record<string, 1 | -1> =>
    Object.fromEntries(names.map((name, at) => [name, at % 2 ? a : b])),
  )

const few = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 1, 2, 3).map((number) => new Int32(number)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, new Double(0.1), Decimal128.fromString('0.1'), new Double(1.5)),
  },
)
const pairs = fc.record({ b: few, c: few }, { requiredKeys: ['b'] })

/** Documents of few values, with arrays of documents: where an index may go wrong about elements. */
export const narrowDocuments = fc.record(
  {
    a: fc.oneof({ weight: 3, arbitrary: fc.array(pairs, { maxLength: 3 }) }, { weight: 1, arbitrary: pairs }),
    d: fc.oneof({ weight: 2, arbitrary: few }, { weight: 1, arbitrary: fc.array(few, { maxLength: 2 }) }),
  },
  { requiredKeys: ['a'] },
)

const narrowPaths = fc.constantFrom('a.b', 'a.c', 'd')
const narrowCondition = fc
  .tuple(narrowPaths, comparisons, few)
  .map(([path, name, value]) => ({ [path]: { [name]: value } }))

export const narrowQueries = fc
  .array(narrowCondition, { minLength: 1, maxLength: 3 })
  .map(($and) => ({ $and }))

export const narrowSorts = fc
  .tuple(fc.shuffledSubarray(['a.b', 'a.c', 'd'], { minLength: 1 }), directions, directions)
  .map(([names, a, b]): Record<string, 1 | -1> => ({
    ...Object.fromEntries(names.map((name, at) => [name, at % 2 ? b : a])),
    _id: 1,
  }))

export const narrowKeys = fc
  .tuple(fc.shuffledSubarray(['a.b', 'a.c', 'd'], { minLength: 1 }), directions, directions)
  .map(([names, a, b]): Record<string, 1 | -1> => ({
    ...Object.fromEntries(names.map((name, at) => [name, at % 2 ? b : a])),
    _id: 1,
  }))
