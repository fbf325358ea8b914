import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Filter, Meilisearch } from 'meilisearch'
import { fill, startServer } from './support.ts'
import type { TestServer } from './support.ts'

type Value = string | number | boolean | null | Value[]
type Fields = { [field: string]: Value }
type Judge = (document: Fields) => boolean
type Rule = { text: string; judge: Judge }

const fieldNames = ['state', 'amount', 'tags', 'note']
const words = ['open', 'Closed', 'a b', "it's", 'x"y', 'back\\slash', 'été', '水', '5', 'true', '']
const numbers = [-2, 0, 1, 2.5, 5, 7, 100]
const scalar = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...numbers),
  fc.boolean(),
  fc.constant(null),
)
const field = fc.constantFrom(...fieldNames)
const document = fc.dictionary(field, fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })))

let server: TestServer
let client: Meilisearch
let documents: Fields[]

beforeAll(async () => {
  server = await startServer()
  client = server.connect()
  documents = fc.sample(document, { numRuns: 60, seed: 4 }).map((fields, id) => ({ ...fields, id }))
  const settings = { filterableAttributes: fieldNames, pagination: { maxTotalHits: 100 } }
  await fill(client, 'random', settings, documents)
})
afterAll(() => server.close())

function elements(document: Fields, name: string): Value[] {
  const value = Object.hasOwn(document, name) ? document[name]! : undefined
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** Compares as the documentation says: text without case, numbers as numbers, text by its letters. */
function some(
  name: string,
  asText: (folded: string) => boolean,
  asNumber: (value: number) => boolean,
): Judge {
  return (document) =>
    elements(document, name).some((value) => {
      if (typeof value === 'number') return asNumber(value)
      return value !== null && asText(String(value).trim().toLowerCase().normalize('NFKD'))
    })
}

function folded(operand: string | number): string {
  return String(operand).trim().toLowerCase().normalize('NFKD')
}

function quoted(operand: string | number): string {
  return typeof operand === 'number'
    ? String(operand)
    : `"${operand.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

const operand = fc.oneof(fc.constantFrom(...words), fc.constantFrom(...numbers))

function asNumber(value: string | number): number {
  return value === '' || Number.isNaN(Number(value)) ? NaN : Number(value)
}

const comparisons: { [sign: string]: (one: string | number, other: string | number) => boolean } = {
  '=': (one, other) => one === other,
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
}

const comparison = fc
  .record({ name: field, sign: fc.constantFrom('=', '!=', '<', '<=', '>', '>='), operand })
  .map(({ name, sign, operand }): Rule => {
    const compare = comparisons[sign === '!=' ? '=' : sign]!
    const judge = some(
      name,
      (text) => compare(text, folded(operand)),
      (number) => compare(number, asNumber(operand)),
    )
    return {
      text: `${name} ${sign} ${quoted(operand)}`,
      judge: sign === '!=' ? (document) => !judge(document) : judge,
    }
  })

const membership = fc
  .record({ name: field, operands: fc.array(operand, { maxLength: 4 }), negated: fc.boolean() })
  .map(({ name, operands, negated }): Rule => {
    const judge = some(
      name,
      (text) => operands.some((each) => folded(each) === text),
      (number) => operands.some((each) => asNumber(each) === number),
    )
    const text = `${name} ${negated ? 'NOT ' : ''}IN [${operands.map(quoted).join(', ')}]`
    return { text, judge: negated ? (document) => !judge(document) : judge }
  })

const range = fc
  .record({ name: field, from: fc.constantFrom(...numbers), to: fc.constantFrom(...numbers) })
  .map(({ name, from, to }): Rule => {
    const within = (text: string) => text >= folded(from) && text <= folded(to)
    return {
      text: `${name} ${from} TO ${to}`,
      judge: some(name, within, (number) => number >= from && number <= to),
    }
  })

const presence = fc
  .record({
    name: field,
    kind: fc.constantFrom('EXISTS', 'NOT EXISTS', 'IS NULL', 'IS NOT NULL', 'IS EMPTY', 'IS NOT EMPTY'),
  })
  .map(({ name, kind }): Rule => {
    const holds: Judge = (document) => {
      const isPresent = Object.hasOwn(document, name)
      if (kind.endsWith('EXISTS')) return isPresent
      if (kind.endsWith('NULL')) return isPresent && elements(document, name).includes(null)
      const value = document[name]
      return (
        isPresent && (value === '' || (Array.isArray(value) && (value.length === 0 || value.includes(''))))
      )
    }
    return { text: `${name} ${kind}`, judge: kind.includes('NOT') ? (document) => !holds(document) : holds }
  })

const beginning = fc
  .record({ name: field, start: fc.constantFrom('o', 'clo', '"it\'s', 'é', '水', 'tr') })
  .map(({ name, start }): Rule => {
    return {
      text: `${name} STARTS WITH ${quoted(start)}`,
      judge: some(
        name,
        (text) => text.startsWith(folded(start)),
        () => false,
      ),
    }
  })

const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    membership,
    range,
    presence,
    beginning,
    tie('rule').map(({ text, judge }): Rule => ({
      text: `NOT (${text})`,
      judge: (document) => !judge(document),
    })),
    fc.tuple(tie('rule'), tie('rule')).map(([one, other]): Rule => ({
      text: `(${one.text}) AND (${other.text})`,
      judge: (document) => one.judge(document) && other.judge(document),
    })),
    fc.tuple(tie('rule'), tie('rule')).map(([one, other]): Rule => ({
      text: `(${one.text} OR ${other.text})`,
      judge: (document) => one.judge(document) || other.judge(document),
    })),
  ),
}))

/** A filter as a request gives it: a text, or an array of which all must hold, with arrays of which any must. */
const request = fc.oneof(
  { weight: 3, arbitrary: rule.map(({ text, judge }) => ({ filter: text as Filter, judge })) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.array(rule, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map((groups) => ({
        filter: groups.map((group) =>
          group.length === 1 ? group[0]!.text : group.map(({ text }) => text),
        ) as Filter,
        judge: (document: Fields) => groups.every((group) => group.some(({ judge }) => judge(document))),
      })),
  },
)

test('10,000 random filters select what a naive reading of every document selects', async () => {
  const wrong: object[] = []
  const requests = fc.sample(request, { numRuns: 10_000, seed: 11 })
  for (let from = 0; from < requests.length; from += 250) {
    const some = requests.slice(from, from + 250)
    const queries = some.map(({ filter }) => ({
      indexUid: 'random',
      filter,
      limit: 100,
      attributesToRetrieve: ['id'],
    }))
    const { results } = await client.multiSearch({ queries })
    results.forEach(({ hits }, place) => {
      const { filter, judge } = some[place]!
      const expected = documents.filter(judge).map((each) => each['id'])
      const found = hits.map((hit) => hit['id'])
      if (found.join() !== expected.join()) wrong.push({ filter, found, expected })
    })
  }
  expect(wrong.slice(0, 3)).toEqual([])
}, 60_000)
