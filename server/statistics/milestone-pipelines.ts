/** The earlier of the two words that the UN side can say of a match. */
const answeredAt = { $min: ['$interest.need.at', '$dismissal.need.at'] }

/** The later of both sides' interest, where there are both. */
const introducedAt = {
  $cond: [
    { $and: [{ $gt: ['$interest.need.at', null] }, { $gt: ['$interest.offer.at', null] }] },
    { $max: ['$interest.need.at', '$interest.offer.at'] },
    null,
  ],
}

/** By offer, the first of each moment over the matches that people did something with. */
export const matchMilestones = [
  { $match: { touched: true } },
  { $project: { offerId: 1, answeredAt, introducedAt, partnershipAt: '$agreement.confirmed.at' } },
  {
    $group: {
      _id: '$offerId',
      answeredAt: { $min: '$answeredAt' },
      introducedAt: { $min: '$introducedAt' },
      partnershipAt: { $min: '$partnershipAt' },
    },
  },
]

/** By offer, when the first of the entities that were asked about it answered. */
export const answerMilestones = [
  { $match: { 'word.at': { $exists: true } } },
  { $group: { _id: '$offerId', answeredAt: { $min: '$word.at' } } },
]
