import { createThrottle, type Throttle } from '../web/throttle.ts'

export interface ExportThrottle {
  files: Throttle
  feeds: Throttle
}

const fiveMinutes = 5 * 60

/** From one network address in five minutes: thirty files, which are much work, and three hundred looks at feeds. */
export const createExportThrottle = (): ExportThrottle => ({
  files: createThrottle(30, fiveMinutes),
  feeds: createThrottle(300, fiveMinutes),
})
