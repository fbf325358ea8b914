import { countValue, integerOf } from '../../bson/numbers.ts'
import { documentOf, isDocument, type Document, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { compileFilter } from '../../query/filter.ts'
import { compareSortKeys, parseSort, sortKeyOf } from '../../query/sort.ts'
import { memoryOf } from '../memory.ts'
import type { BuildStage, Documents, Stage } from '../pipeline.ts'
import { group } from './group.ts'

export const match: BuildStage = (operand, { context }) => {
  const condition = compileFilter(matchOperand(operand), context)
  return function* (documents) {
    for (const document of documents) if (condition.matches(document)) yield document
  }
}

export function matchOperand(operand: Value): Document {
  return isDocument(operand) ? operand : refuse(15959, 'the match filter must be an expression in an object')
}

export const sort: BuildStage = (operand, { context: { texts } }) => {
  const fields = parseSort(sortOperand(operand))
  return (documents) => {
    const note = memoryOf('$sort')
    const keyed = Array.from(documents, (document) => ({ document, key: sortKeyOf(document, fields, texts) }))
    for (const { document } of keyed) note(document)
    keyed.sort((a, b) => compareSortKeys(a.key, b.key, fields, texts))
    return keyed.map(({ document }) => document)
  }
}

export function sortOperand(operand: Value): Document {
  if (!isDocument(operand)) refuse(15973, 'the $sort key specification must be an object')
  if (operand.size === 0) refuse(15976, '$sort stage must have at least one sort key')
  return operand
}

export function limitOperand(operand: Value): number {
  const count = integerOf(operand)
  if (count === undefined || count <= 0) refuse(15958, 'the limit must be positive')
  return count
}

export function skipOperand(operand: Value): number {
  const count = integerOf(operand)
  if (count === undefined || count < 0)
    refuse(5107200, 'invalid argument to $skip stage: Expected a non-negative number')
  return count
}

export const limit: BuildStage = (operand) => {
  const count = limitOperand(operand)
  return function* (documents) {
    let seen = 0
    for (const document of documents) {
      yield document
      if (++seen === count) return
    }
  }
}

export const skip: BuildStage = (operand) => {
  const count = skipOperand(operand)
  return function* (documents) {
    let seen = 0
    for (const document of documents) if (++seen > count) yield document
  }
}

export const count: BuildStage = (operand) => {
  if (typeof operand !== 'string' || operand === '' || /[.$\0]/.test(operand))
    refuse(40156, 'the count field must be a non-empty string')
  return function* (documents) {
    let total = 0
    for (const _ of documents) total++
    if (total > 0) yield documentOf({ [operand]: countValue(total) })
  }
}

export const sortByCount: BuildStage = (operand, surroundings): Stage => {
  if (typeof operand === 'string' ? !operand.startsWith('$') : !isDocument(operand))
    refuse(40147, 'the sortByCount field must be defined as a $-prefixed path or an expression object')
  const grouped = group(documentOf({ _id: operand, count: documentOf({ $sum: 1 }) }), surroundings)
  const sorted = sort(documentOf({ count: -1 }), surroundings)
  return (documents: Documents) => sorted(grouped(documents))
}
