import { isDocument, type Document, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { compareSortKeys, parseSort, sortKeyOf, type SortKey } from '../../query/sort.ts'
import { memoryOf } from '../memory.ts'
import type { BuildStage } from '../pipeline.ts'

interface Sortable {
  document: Document
  key: SortKey
}

export const sort: BuildStage = (operand, surroundings) => sortFirst(operand, surroundings, Infinity)

/** Of a sort that a limit follows only the first few are kept. */
export function sortFirst(
  operand: Value,
  { context: { texts } }: Parameters<BuildStage>[1],
  wanted: number,
): ReturnType<BuildStage> {
  const fields = parseSort(sortOperand(operand))
  return (documents) => {
    const note = memoryOf('$sort')
    let kept: Sortable[] = []
    const trim = () => {
      kept.sort((a, b) => compareSortKeys(a.key, b.key, fields, texts))
      kept = kept.slice(0, wanted)
    }
    for (const document of documents) {
      kept.push({ document, key: sortKeyOf(document, fields, texts) })
      if (wanted === Infinity) note(document)
      if (kept.length >= wanted * 2 + 1000) trim()
    }
    trim()
    return kept.map(({ document }) => document)
  }
}

export function sortOperand(operand: Value): Document {
  if (!isDocument(operand)) refuse(15973, 'the $sort key specification must be an object')
  if (operand.size === 0) refuse(15976, '$sort stage must have at least one sort key')
  return operand
}
