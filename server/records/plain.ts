/** A stored document as the rest of the code knows it: `id` instead of `_id`, nothing of the store's own. */
export function plain<T extends { id: string }>(document: object): T {
  const { _id, ...rest } = document as { _id: string }
  return { id: _id, ...rest } as unknown as T
}

export const plainOrNull = <T extends { id: string }>(document: object | null): T | null =>
  document && plain<T>(document)
