import { assess, type Assess } from '../assessment.ts'

/** From the third partnership on, more of them say no more. */
const proven = 3

/** What the offering organisation has brought to results; having nothing yet is not held against anybody. */
export const trackRecord: Assess = ({ partnerships }) =>
  partnerships > 0
    ? assess('track-record', partnerships / proven, 'partnerships', { count: partnerships })
    : null
