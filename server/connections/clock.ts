export interface Clock {
  now(): Date
}

/** For what is told to other servers, which know no past of ours. */
export const presentClock: Clock = { now: () => new Date() }

/** The system's clock, which can be set back for a while: the demo set lives through its past before it opens. */
export interface TravellingClock extends Clock {
  /** goes on from `moment` */
  setTo(moment: Date): void
  /** shows the present again */
  comeBack(): void
}

export function systemClock(): TravellingClock {
  let behind = 0
  return {
    now: () => new Date(Date.now() - behind),
    setTo(moment) {
      behind = Date.now() - moment.getTime()
    },
    comeBack() {
      behind = 0
    },
  }
}
