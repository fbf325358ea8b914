import type { PostingContent } from '../postings/posting.ts'

const shortDescription = 200
const manyTypes = 5

/** What would make a need easier to meet; the words stand in the locales under `needs:advice`. */
export const advices = ['place', 'amount', 'urgency', 'end', 'goals', 'description', 'types'] as const
export type Advice = (typeof advices)[number]

const missing: Record<Advice, (need: PostingContent) => boolean> = {
  place: ({ countries, regions }) => countries.length + regions.length === 0,
  amount: ({ quantity, value }) => !quantity && !value,
  urgency: ({ urgency }) => !urgency,
  end: ({ availableUntil }) => !availableUntil,
  goals: ({ sdgs }) => sdgs.length === 0,
  description: ({ description }) => description.length < shortDescription,
  types: ({ contributionTypes }) => contributionTypes.length > manyTypes,
}

/** What a need leaves open that companies ask about; none of it keeps it from being posted. */
export const adviceOn = (need: PostingContent): Advice[] => advices.filter((advice) => missing[advice](need))
