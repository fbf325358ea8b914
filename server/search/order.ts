import { quote } from './filter.ts'

/** By how well the text fits, or by an attribute that every document of the index has. */
export type Order = 'fit' | ValueOrder

export interface ValueOrder {
  attribute: string
  direction: 'asc' | 'desc'
}

/** What a cursor calls the order that it belongs to. */
export const nameOf = (order: Order): string =>
  order === 'fit' ? order : `${order.attribute}:${order.direction}`

/** Equal values stand in the order of their ids, so that every place in the list can be told from any other. */
export const sortOf = (order: Order): string[] | undefined =>
  order === 'fit' ? undefined : [nameOf(order), `id:${order.direction}`]

/** Everything that stands behind a place in the order. */
export function isBehind(
  { attribute, direction }: ValueOrder,
  place: { value: string | number; id: string },
): string {
  const sign = direction === 'asc' ? '>' : '<'
  const value = quote(String(place.value))
  return `${attribute} ${sign} ${value} OR (${attribute} = ${value} AND id ${sign} ${quote(place.id)})`
}
