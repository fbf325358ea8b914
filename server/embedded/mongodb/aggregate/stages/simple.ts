import { countValue, integerOf, isNumeric } from '../../bson/numbers.ts'
import { documentOf, isDocument, type Document, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { compileFilter } from '../../query/filter.ts'
import type { BuildStage, Documents, Stage } from '../pipeline.ts'
import { group } from './group.ts'
import { sort } from './sort.ts'

export const match: BuildStage = (operand, { context }) => {
  const condition = compileFilter(matchOperand(operand), context)
  return function* (documents) {
    for (const document of documents) if (condition.matches(document)) yield document
  }
}

export function matchOperand(operand: Value): Document {
  return isDocument(operand) ? operand : refuse(15959, 'the match filter must be an expression in an object')
}

export function limitOperand(operand: Value): number {
  const count = countFor('$limit', operand, 2107201)
  if (count === 0) refuse(15958, 'the limit must be positive')
  return count
}

export function skipOperand(operand: Value): number {
  return countFor('$skip', operand, 5107200)
}

function countFor(stage: string, operand: Value, code: number): number {
  const count = isNumeric(operand) ? integerOf(operand) : undefined
  if (count === undefined || count < 0)
    refuse(code, `invalid argument to ${stage} stage: Expected a non-negative number`)
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
  const name = countName(operand)
  return function* (documents) {
    let total = 0
    for (const _ of documents) total++
    if (total > 0) yield documentOf({ [name]: countValue(total) })
  }
}

function countName(operand: Value): string {
  if (typeof operand !== 'string') return refuse(40156, 'the count field must be a non-empty string')
  if (operand === '') refuse(40157, 'the count field must be a non-empty string')
  if (operand.startsWith('$')) refuse(40158, 'the count field cannot be a $-prefixed path')
  if (operand.includes('\0')) refuse(40159, 'the count field cannot contain a null byte')
  if (operand.includes('.')) refuse(40160, "the count field cannot contain '.'")
  if (operand === '_id') refuse(9039800, "the count field cannot be '_id'")
  return operand
}

export const sortByCount: BuildStage = (operand, surroundings): Stage => {
  checkSortByCount(operand)
  const grouped = group(documentOf({ _id: operand, count: documentOf({ $sum: 1 }) }), surroundings)
  const sorted = sort(documentOf({ count: -1 }), surroundings)
  return (documents: Documents) => sorted(grouped(documents))
}

function checkSortByCount(operand: Value): void {
  if (isDocument(operand)) {
    if (![...operand.keys()][0]?.startsWith('$'))
      refuse(
        40147,
        'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
      )
  } else if (typeof operand !== 'string')
    refuse(40149, 'the sortByCount field must be specified as a string or as an object')
  else if (!operand.startsWith('$'))
    refuse(
      40148,
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    )
}
