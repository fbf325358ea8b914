/** Bytes of messages that may be on their way in at a time, over all connections, beside the small ones. */
const most = 256 * 1024 * 1024
/** Bytes of a message that asks nobody. */
const small = 256 * 1024

/** Lets large messages in one after the other, so that those that have begun can be read to their end. */
export interface Admission {
  /** Resolves once there is room for a message of `bytes`; gives what is to be called when it is dealt with. */
  admit(bytes: number): Promise<() => undefined>
}

export function createAdmission(): Admission {
  let taken = 0
  const waiting: { bytes: number; enter(): void }[] = []

  function letIn(): void {
    for (let next = waiting[0]; next && (taken === 0 || taken + next.bytes <= most); next = waiting[0]) {
      waiting.shift()
      taken += next.bytes
      next.enter()
    }
  }

  return {
    admit: async (bytes) => {
      if (bytes <= small) return () => undefined
      await new Promise<void>((enter) => {
        waiting.push({ bytes, enter })
        letIn()
      })
      let isIn = true
      return () => {
        if (isIn) taken -= bytes
        isIn = false
        letIn()
        return undefined
      }
    },
  }
}
