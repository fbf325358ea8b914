import { ActRefused } from './act-refused.ts'
import type { Notice } from './notice.ts'

/** What the posting's page says afterwards: `done`, or why its state did not allow the act. */
export async function noticeOf(act: () => Promise<unknown>, done: Notice): Promise<Notice> {
  try {
    await act()
    return done
  } catch (error) {
    if (error instanceof ActRefused) return error.refusal
    throw error
  }
}
