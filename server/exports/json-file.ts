/** What stands above the items. */
export interface FileHead {
  generatedAt: Date
  query: Record<string, string | string[]>
  /** of the whole search, more than `items` holds where that was cut at `limit` */
  total: number
  limit: number
}

/** One JSON object in pieces, the items last: where it breaks off it is no JSON any more. */
export async function* jsonFile(head: FileHead, items: AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"items":[`
  let before = '\n'
  for await (const item of items) {
    yield before + JSON.stringify(item)
    before = ',\n'
  }
  yield '\n]}\n'
}

/** The state in an address; a parameter that is given several times is a list. */
export function queryIn(address: string): FileHead['query'] {
  const { searchParams } = new URL(address, 'http://local.invalid')
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name)
      return [name, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
}
