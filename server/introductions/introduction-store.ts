import type { Connection } from 'mongoose'
import type { Agreement, Ending, Match, Word } from '../matching/match.ts'
import type { Effect } from '../records/effect.ts'

interface Stored extends Omit<Match, 'id'> {
  _id: string
  touched: boolean
  effects: Effect[]
}

const absent = { $exists: false }

/** Both sides have met and nobody has ended it. */
const standing = (id: string) => ({
  _id: id,
  'interest.offer': { $exists: true },
  'interest.need': { $exists: true },
  'dismissal.offer': absent,
  'dismissal.need': absent,
  ending: absent,
})
const undecided = (id: string) => ({ ...standing(id), 'agreement.confirmed': absent })

export type IntroductionStore = ReturnType<typeof introductionStore>

/**
 * What happens to a match once both sides have met, in the match's own document. Each act is one conditional write:
 * of two people who act at once one gets `true`, the other `false`.
 */
export function introductionStore(connection: Connection) {
  const matches = connection.collection<Stored>('matches')
  const write = async (condition: object, change: object, effects: Effect[]): Promise<boolean> => {
    const whole = { ...change, $push: { effects: { $each: effects } } }
    return (await matches.updateOne(condition, whole)).matchedCount === 1
  }

  return {
    end: (id: string, ending: Ending, effects: Effect[]) =>
      write(undecided(id), { $set: { ending } }, effects),

    propose: (id: string, agreement: Agreement, effects: Effect[]) =>
      write({ ...undecided(id), agreement: absent }, { $set: { agreement } }, effects),

    /** Of exactly the proposal that was read. */
    async confirm(
      id: string,
      agreement: Agreement,
      confirmed: Word,
      partnershipId: string,
      effects: Effect[],
    ) {
      const still = { ...undecided(id), 'agreement.id': agreement.id }
      const set = { 'agreement.confirmed': confirmed, 'agreement.partnershipId': partnershipId }
      return write(still, { $set: set }, effects)
    },

    takeBack: (id: string, agreement: Agreement, effects: Effect[]) =>
      write({ ...undecided(id), 'agreement.id': agreement.id }, { $unset: { agreement: 1 } }, effects),

    /** Notes that somebody writes; what is written is decided here to come before any ending. */
    talk: (id: string, talk: NonNullable<Match['talk']>) => write(standing(id), { $set: { talk } }, []),
  }
}
