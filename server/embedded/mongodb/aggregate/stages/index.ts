import type { BuildStage } from '../pipeline.ts'
import { count, limit, match, skip, sort, sortByCount } from './simple.ts'
import { facet } from './facet.ts'
import { group } from './group.ts'
import { lookup } from './lookup.ts'
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
  $unwind: unwind,
  $lookup: lookup,
  $facet: facet,
}
