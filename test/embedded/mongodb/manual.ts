/**
 * A plain reading of MongoDB's manual over plain JavaScript values: numbers, texts, booleans, null, lists and
 * objects. It shares nothing with the server and is as slow as it likes.
 */
export type Plain = null | boolean | number | string | Plain[] | { [name: string]: Plain }
export type Fields = { [name: string]: Plain }

const isObject = (value: Plain | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Everything that a path leads to, lists opened on the way; `undefined` for a document without the field. */
function reach(value: Plain | undefined, path: string[]): (Plain | undefined)[] {
  const [name, ...rest] = path
  if (name === undefined) return [value]
  if (isObject(value)) return reach(value[name], rest)
  if (!Array.isArray(value)) return [undefined]
  const byName = value.filter(isObject).flatMap((element) => reach(element, path))
  const element = /^\d+$/.test(name) ? value[Number(name)] : undefined
  return isObject(element) || Array.isArray(element) ? byName.concat(reach(element, rest)) : byName
}

/** The same, with the elements of a list at the end, unless the end is the place of an element. */
function values(document: Fields, path: string): (Plain | undefined)[] {
  const segments = path.split('.')
  const end = segments.pop() as string
  return reach(document, segments).flatMap((holder) => {
    if (isObject(holder)) return opened(holder[end])
    if (!Array.isArray(holder)) return [undefined]
    const within = holder.filter(isObject).flatMap((element) => opened(element[end]))
    return /^\d+$/.test(end) && holder[Number(end)] !== undefined ? [...within, holder[Number(end)]] : within
  })
}

function opened(value: Plain | undefined): (Plain | undefined)[] {
  return Array.isArray(value) ? [...value, value] : [value]
}

const ranks = ['null', 'number', 'string', 'object', 'array', 'boolean']

function kind(value: Plain): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

export function order(a: Plain, b: Plain): number {
  if (kind(a) !== kind(b)) return ranks.indexOf(kind(a)) - ranks.indexOf(kind(b))
  if (Array.isArray(a)) return orderOfLists(a, b as Plain[])
  if (isObject(a)) return orderOfObjects(a, b as Fields)
  if (a === b) return 0
  return (a as number) < (b as number) ? -1 : 1
}

function orderOfLists(a: Plain[], b: Plain[]): number {
  const at = a.findIndex((value, index) => index >= b.length || order(value, b[index] as Plain) !== 0)
  if (at < 0) return a.length - b.length
  return at >= b.length ? 1 : order(a[at] as Plain, b[at] as Plain)
}

function orderOfObjects(a: Fields, b: Fields): number {
  const [left, right] = [Object.entries(a), Object.entries(b)]
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [[name, value], [otherName, other]] = [left[at] as [string, Plain], right[at] as [string, Plain]]
    const byKind = ranks.indexOf(kind(value)) - ranks.indexOf(kind(other))
    const byName = name === otherName ? 0 : name < otherName ? -1 : 1
    const result = byKind || byName || order(value, other)
    if (result !== 0) return result
  }
  return left.length - right.length
}

/** Whether a document meets a filter of the operators that are named here. */
export function meets(document: Fields, filter: Fields): boolean {
  return Object.entries(filter).every(([name, operand]) => {
    const parts = operand as Fields[]
    if (name === '$and') return parts.every((part) => meets(document, part))
    if (name === '$or') return parts.some((part) => meets(document, part))
    if (name === '$nor') return !parts.some((part) => meets(document, part))
    return Object.entries(operand as Fields).every(([operator, value]) =>
      asks(document, name, operator, value),
    )
  })
}

function asks(document: Fields, path: string, operator: string, operand: Plain): boolean {
  const all = values(document, path)
  const equals = (value: Plain | undefined, other: Plain) => order(value ?? null, other) === 0
  const compared = (test: (order: number) => boolean) =>
    all.some((value) => kind(value ?? null) === kind(operand) && test(order(value ?? null, operand)))
  switch (operator) {
    case '$eq':
      return all.some((value) => equals(value, operand))
    case '$ne':
      return !asks(document, path, '$eq', operand)
    case '$in':
      return (operand as Plain[]).some((one) => asks(document, path, '$eq', one))
    case '$nin':
      return !asks(document, path, '$in', operand)
    case '$gt':
      return compared((order) => order > 0)
    case '$gte':
      return compared((order) => order >= 0)
    case '$lt':
      return compared((order) => order < 0)
    case '$lte':
      return compared((order) => order <= 0)
    case '$exists':
      return all.some((value) => value !== undefined) === operand
    case '$not':
      return !Object.entries(operand as Fields).every(([inner, value]) => asks(document, path, inner, value))
    default:
      throw new Error(`The model knows no ${operator}`)
  }
}

/** What an update by `$set`, `$unset`, `$inc`, `$push` and `$addToSet` of top-level fields makes of a document. */
export function changed(document: Fields, update: Record<string, Fields>): Fields {
  const result: Fields = { ...document }
  const list = (name: string) => (result[name] === undefined ? [] : (result[name] as Plain[]))
  const changes = Object.entries(update).flatMap(([operator, fields]) =>
    Object.entries(fields).map(([name, value]) => ({ operator, name, value })),
  )
  for (const { operator, name, value } of changes.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (operator === '$set') result[name] = value
    if (operator === '$unset') Reflect.deleteProperty(result, name)
    if (operator === '$inc') result[name] = ((result[name] as number | undefined) ?? 0) + (value as number)
    if (operator === '$push') result[name] = [...list(name), value]
    if (operator === '$addToSet' && !list(name).some((member) => order(member, value) === 0))
      result[name] = [...list(name), value]
  }
  return result
}
