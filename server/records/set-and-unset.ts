/** The two halves of an update: fields that get a value, and optional ones that lose theirs with `undefined`. */
export function setAndUnset(change: object) {
  const entries = Object.entries(change)
  return {
    set: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    unset: Object.fromEntries(entries.filter(([, value]) => value === undefined).map(([key]) => [key, 1])),
  }
}
