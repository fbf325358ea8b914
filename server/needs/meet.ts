import type { Account } from '../accounts/account.ts'
import { apply, type Desk } from '../postings/post.ts'
import { fulfilment, fulfilmentUndone } from './fulfilment.ts'
import type { Need } from './need.ts'

type Act = (need: Need, account: Account, desk: Desk<Need>) => Promise<Need>

/** Throws `ActRefused` where the need's state does not allow it or somebody was faster. */
export const meet: Act = (need, account, desk) =>
  apply('meet', need, fulfilment(need, desk.now()), account, desk)

export const undoMeeting: Act = (need, account, desk) =>
  apply('undo-meeting', need, fulfilmentUndone(need, desk.now()), account, desk)
