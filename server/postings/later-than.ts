/** `updatedAt` also tells two versions apart, so it must move even within one millisecond. */
export const laterThan = (before: Date, now: Date): Date =>
  new Date(Math.max(now.getTime(), before.getTime() + 1))
