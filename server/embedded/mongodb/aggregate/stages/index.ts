import type { BuildStage } from '../pipeline.ts'
import { bucket } from './bucket.ts'
import { facet } from './facet.ts'
import { group } from './group.ts'
import { lookup } from './lookup.ts'
import { sample } from './sample.ts'
import { count, limit, match, skip, sortByCount } from './simple.ts'
import { sort } from './sort.ts'
import { unionWith } from './union-with.ts'
import { unwind } from './unwind.ts'

/** The stages that look at more than one document, by their names. */
export const stages: Record<string, BuildStage> = {
  $match: match,
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $count: count,
  $sortByCount: sortByCount,
  $group: group,
  $bucket: bucket,
  $unwind: unwind,
  $lookup: lookup,
  $unionWith: unionWith,
  $facet: facet,
  $sample: sample,
}
