import { has, setOf } from '../index/bitset.ts'
import { settled } from '../index/numbers.ts'
import type { NumberColumn } from '../index/numbers.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { StringColumn } from '../index/strings.ts'

/** Counts the values of a column over the documents of a search; strings by their place in the column. */
export type Counter = {
  strings(column: StringColumn): Uint32Array
  numbers(column: NumberColumn): Map<number, number>
}

/** Above this share of all documents the lists of the values are read, below it those of the documents. */
const manyDocuments = 1 / 8

export function counterFor(index: SearchIndex, documents: number[]): Counter {
  return documents.length > index.numbers.size * manyDocuments ? byValue(documents) : byDocument(documents)
}

function byDocument(documents: number[]): Counter {
  return {
    strings({ values, of }) {
      const counts = new Uint32Array(values.length)
      for (const document of documents) for (const place of of[document] ?? []) counts[place]!++
      return counts
    },
    numbers({ of }) {
      const counts = new Map<number, number>()
      for (const document of documents) {
        for (const value of of[document] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      return counts
    },
  }
}

function byValue(documents: number[]): Counter {
  const chosen = setOf(documents)
  return {
    strings: ({ values }) =>
      Uint32Array.from(values, (value) => {
        let count = 0
        for (const document of value.documents) if (has(chosen, document)) count++
        return count
      }),
    numbers(column) {
      const { sorted, documents: owners } = settled(column)
      const counts = new Map<number, number>()
      for (let place = 0; place < sorted.length;) {
        const value = sorted[place]!
        let count = 0
        for (; sorted[place] === value; place++) if (has(chosen, owners[place]!)) count++
        if (count > 0) counts.set(value, count)
      }
      return counts
    },
  }
}
