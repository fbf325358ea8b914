import type { Model, QueryFilter } from 'mongoose'
import { beginningWith } from '../records/beginning-with.ts'
import { plain } from '../records/plain.ts'
import type { Organisation, OrganisationKind } from './organisation.ts'

export interface OrganisationSearch {
  /** the beginning of a word of the name, or of the acronym */
  q?: string
  kind?: OrganisationKind
  /** else those that are active and those that are not */
  standing?: 'active' | 'deactivated'
}

/** All organisations, public or not, for those who keep them. */
export function searchedOrganisations<T>(model: Model<T>, kept: Record<string, 0>) {
  return {
    /** By name, a page at a time; `page` counts from 1. */
    async search(search: OrganisationSearch, page: number, size: number) {
      const conditions = conditionsOf(search) as QueryFilter<T>
      const found = await model
        .find(conditions, kept)
        .sort({ name: 1, _id: 1 })
        .skip((page - 1) * size)
        .limit(size)
        .lean()
      return {
        organisations: found.map((document) => plain<Organisation>(document)),
        total: await model.countDocuments(conditions),
      }
    },
  }
}

function conditionsOf({ q, kind, standing }: OrganisationSearch): object {
  return {
    ...(kind && { kind }),
    ...(standing === 'active' && { deactivatedAt: null }),
    ...(standing === 'deactivated' && { deactivatedAt: { $ne: null } }),
    ...(q && { $or: [{ name: beginningWith(q) }, { acronym: beginningWith(q) }] }),
  }
}
