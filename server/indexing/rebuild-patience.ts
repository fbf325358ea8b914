const shortest = 60_000
const longest = 60 * 60_000

/**
 * How often a running process may build an index anew: a doubtful reason counts when it is seen twice in a row, and
 * each time the pause before the next doubles, from a minute to an hour, so that a fault of ours can't keep the
 * search server at work for ever. A day of peace begins anew.
 */
export function rebuildPatience() {
  const byIndex = new Map<string, { because: string; until: number; pause: number }>()
  return (uid: string, because: string, sure: boolean, now: Date): boolean => {
    const before = byIndex.get(uid)
    const time = now.getTime()
    if (before && time < before.until) return false
    if (!sure && before?.because !== because) {
      byIndex.set(uid, { because, until: time, pause: before?.pause ?? shortest })
      return false
    }
    const rested = !before || time - before.until > 24 * longest
    const pause = rested ? shortest : Math.min(before.pause * 2, longest)
    byIndex.set(uid, { because, until: time + pause, pause })
    return true
  }
}
