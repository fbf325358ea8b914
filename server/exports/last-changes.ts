const mostRemembered = 1_000

/**
 * Remembers since when each address has given the same answer, to the second. A withdrawal leaves no date behind in
 * what remains, so only having seen both answers tells that something changed. Each process counts from its own
 * first look.
 */
export function createLastChanges() {
  const seen = new Map<string, { tag: string; at: number }>()

  /** Moment of the change to the answer with this tag; later than that of any other the address has given. */
  return (address: string, tag: string, now: Date): Date => {
    const before = seen.get(address)
    if (before?.tag === tag) return new Date(before.at)
    const second = Math.floor(now.getTime() / 1_000) * 1_000
    const at = Math.max(second, (before?.at ?? 0) + 1_000)
    seen.delete(address)
    seen.set(address, { tag, at })
    if (seen.size > mostRemembered) seen.delete([...seen.keys()][0] ?? '')
    return new Date(at)
  }
}
