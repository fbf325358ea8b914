const fresh = 60_000

/** Something that was computed, and when. */
export interface Remembered<Value> {
  at: Date
  value: Value
}

/**
 * Computes each key at most once a minute, and once for all who ask at the same time. What fails is asked anew by the
 * next reader.
 */
export function remember<Key, Value>(compute: (key: Key, now: Date) => Promise<Value>, now: () => Date) {
  const kept = new Map<Key, { at: Date; value: Promise<Value> }>()
  return async (key: Key): Promise<Remembered<Value>> => {
    const at = now()
    const known = kept.get(key)
    if (known && at.getTime() - known.at.getTime() < fresh) return { at: known.at, value: await known.value }
    const value = compute(key, at)
    kept.set(key, { at, value })
    value.catch(() => kept.delete(key))
    return { at, value: await value }
  }
}
