import { isAnywhere, type PostingContent } from '../postings/posting.ts'
import { expandPlaces } from '../vocabulary/places.ts'
import { tally, type Tally } from './tally.ts'

export type Subject = Pick<PostingContent, 'sdgs' | 'countries' | 'regions' | 'contributionTypes'>

/** What postings are about. One that names several goals, countries or types counts for each of them. */
export interface Subjects {
  goals: Tally
  /** alpha-3; regions count for each of their countries */
  countries: Tally
  types: Tally
  /** those that name neither a country nor a region */
  anywhere: number
}

export const noSubjects = (): Subjects => ({
  goals: tally(),
  countries: tally(),
  types: tally(),
  anywhere: 0,
})

export function countSubject(subjects: Subjects, posting: Subject): void {
  for (const goal of posting.sdgs) subjects.goals.add(goal)
  for (const type of posting.contributionTypes) subjects.types.add(type)
  for (const country of expandPlaces(posting)) subjects.countries.add(country)
  if (isAnywhere(posting)) subjects.anywhere += 1
}
