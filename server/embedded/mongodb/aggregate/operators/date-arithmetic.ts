import type { Found, Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Compiler, Expression } from '../expression.ts'
import { type Build, isNothing, kindOf } from './build.ts'
import { longOf, momentOf, zoneIn } from './date-arguments.ts'
import { addUnits, truncate, unitOf, unitsBetween, weekdayOf } from './date-units.ts'
import { compiledParts, type Shape } from './parts.ts'

export const dateArithmetic: Record<string, Build> = {
  $dateAdd: (operand, compiler) => adding('$dateAdd', operand, compiler, 1n),
  $dateSubtract: (operand, compiler) => adding('$dateSubtract', operand, compiler, -1n),
  $dateDiff: difference,
  $dateTrunc: truncation,
}

const addShape: Shape = {
  noDocument: 5166400,
  unknown: 5166401,
  needed: { startDate: 5166402, unit: 5166402, amount: 5166402 },
  optional: ['timezone'],
}

function adding(name: string, operand: Value, compiler: Compiler, turn: 1n | -1n): Expression {
  const { startDate, unit, amount, timezone } = compiledParts(name, operand, addShape, compiler)
  return (scope) => {
    const [start, step, count] = [startDate, unit, amount].map((part) => part?.(scope))
    if (isNothing(start) || isNothing(step)) return null
    const parsed = unitOf(name, step)
    const zone = zoneIn(timezone, scope)
    if (isNothing(count) || zone === null) return null
    const date = momentOf(start) ?? refuse(5166403, `${name} requires startDate to be convertible to a date`)
    const whole = longOf(count) ?? refuse(5166405, `${name} expects integer amount of time units`)
    return addUnits(date, parsed, whole * turn, zone)
  }
}

const diffShape: Shape = {
  noDocument: 5166301,
  unknown: 5166302,
  needed: { startDate: 5166303, endDate: 5166304, unit: 5166305 },
  optional: ['timezone', 'startOfWeek'],
}

function difference(operand: Value, compiler: Compiler): Expression {
  const parts = compiledParts('$dateDiff', operand, diffShape, compiler)
  return (scope) => {
    const [start, end, step] = [parts['startDate'], parts['endDate'], parts['unit']].map((part) =>
      part?.(scope),
    )
    if (isNothing(start) || isNothing(end) || isNothing(step)) return null
    const unit = unitOf('$dateDiff', step)
    const day = unit === 'week' ? parts['startOfWeek'] : undefined
    const weekday = day?.(scope)
    const zone = zoneIn(parts['timezone'], scope)
    if (zone === null || (day && isNothing(weekday))) return null
    const [from, to] = [dateAt('startDate', start), dateAt('endDate', end)]
    return BigInt(unitsBetween(from, to, unit, zone, weekdayOf('$dateDiff', weekday)))
  }
}

function dateAt(part: string, value: Found, name = '$dateDiff'): Date {
  const date = momentOf(value)
  return date ?? refuse(5166307, `${name} requires '${part}' to be a date, but got ${kindOf(value)}`)
}

const truncShape: Shape = {
  noDocument: 5439007,
  unknown: 5439008,
  needed: { date: 5439009, unit: 5439010 },
  optional: ['binSize', 'timezone', 'startOfWeek'],
}

function truncation(operand: Value, compiler: Compiler): Expression {
  const parts = compiledParts('$dateTrunc', operand, truncShape, compiler)
  return (scope) => {
    const [value, bins, step] = [parts['date'], parts['binSize'], parts['unit']].map((part) => part?.(scope))
    if (isNothing(value) || (parts['binSize'] && isNothing(bins)) || isNothing(step)) return null
    const size = binSizeOf(bins)
    const unit = unitOf('$dateTrunc', step)
    const day = unit === 'week' ? parts['startOfWeek'] : undefined
    const weekday = day?.(scope)
    const zone = zoneIn(parts['timezone'], scope)
    if (zone === null || (day && isNothing(weekday))) return null
    const date = dateAt('date', value, '$dateTrunc')
    return truncate(date, unit, size, zone, weekdayOf('$dateTrunc', weekday))
  }
}

function binSizeOf(value: Found): bigint {
  if (value === undefined) return 1n
  const size =
    longOf(value) ??
    refuse(5439017, `$dateTrunc requires 'binSize' to be a 64-bit integer, but got type ${kindOf(value)}`)
  if (size <= 0n) refuse(5439018, `$dateTrunc requires 'binSize' to be greater than 0, but got value ${size}`)
  return size
}
