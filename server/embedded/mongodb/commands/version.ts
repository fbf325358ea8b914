/** The MongoDB whose answers are given. */
export const version = '8.0.0'
/** Its wire version. */
export const maxWireVersion = 25
