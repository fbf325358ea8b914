const shortest = 60_000
const longest = 60 * 60_000
/** Two sights of a doubtful reason within this time count as one that lasts. */
const lasting = 60_000

/**
 * How often a running process may build an index anew: a doubtful reason counts when it is seen again, and each
 * time the pause before the next doubles, from a minute to an hour, so that a fault of ours can't keep the search
 * server at work for ever. A day of peace begins anew.
 */
export function rebuildPatience() {
  const doubts = new Map<string, { because: string; seenAt: number }>()
  const pauses = new Map<string, { until: number; pause: number }>()

  function isBelieved(uid: string, because: string, time: number): boolean {
    const before = doubts.get(uid)
    doubts.set(uid, { because, seenAt: time })
    return before?.because === because && time - before.seenAt <= lasting
  }

  return (uid: string, because: string, sure: boolean, now: Date): boolean => {
    const time = now.getTime()
    const before = pauses.get(uid)
    const believed = sure || isBelieved(uid, because, time)
    if (!believed || (before && time < before.until)) return false
    const rested = !before || time - before.until > 24 * longest
    const pause = rested ? shortest : Math.min(before.pause * 2, longest)
    pauses.set(uid, { until: time + pause, pause })
    return true
  }
}
