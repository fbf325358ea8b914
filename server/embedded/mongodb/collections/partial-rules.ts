import { typeOf } from '../bson/types.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { hasOperators } from '../query/comparisons.ts'
import { compileFilter } from '../query/filter.ts'
import { isTruthy } from '../query/operators.ts'

/** Refuses a `partialFilterExpression` with what MongoDB does not allow there. */
export function checkPartialFilter(specification: Document): void {
  const filter = specification.get('partialFilterExpression')
  if (filter === undefined) return
  if (!isDocument(filter))
    refuse('TypeMismatch', `The field 'partialFilterExpression' must be an object, but got ${typeOf(filter)}`)
  if (isTruthy(specification.get('sparse')))
    refuse('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options')
  compileFilter(filter)
  checkExpression(filter)
}

const allowed = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$in', '$type'])

function checkExpression(filter: Document): void {
  for (const [name, operand] of filter) {
    if (name === '$and' || name === '$or') (operand as Document[]).forEach(checkExpression)
    else if (name.startsWith('$')) refuseExpression(name)
    else if (hasOperators(operand)) checkOperators(operand)
    else if (typeOf(operand) === 'regex') refuseExpression('$regex')
  }
}

function checkOperators(operators: Document): void {
  for (const [name, operand] of operators) {
    if (name === '$exists' ? !isTruthy(operand) : !allowed.has(name)) refuseExpression(name)
    if (name === '$in' && (operand as Value[]).some((value) => typeOf(value) === 'regex'))
      refuseExpression('$regex')
  }
}

function refuseExpression(name: string): never {
  return refuse('CannotCreateIndex', `Expression not supported in partial index: ${name}`)
}
