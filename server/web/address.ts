export type Parameters = Record<string, string | number | readonly string[] | undefined | null>

/**
 * A local address with some query parameters changed: a list repeats its parameter, nothing (`undefined`,
 * `null`, an empty text or list) removes it. All others keep their place and value.
 */
export function addressWith(address: string, changes: Parameters): string {
  const [path = '', query = ''] = address.split('#', 1)[0]?.split(/\?(.*)/s) ?? []
  const parameters = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) replace(parameters, name, value)
  const text = parameters.toString()
  return text ? `${path}?${text}` : path
}

function replace(parameters: URLSearchParams, name: string, value: Parameters[string]): void {
  parameters.delete(name)
  const values = [value ?? []].flat().map(String)
  for (const text of values.filter(Boolean)) parameters.append(name, text)
}
