import type { Offer } from '../../offers/offer.ts'
import type { Organisation } from '../../organisations/organisation.ts'
import { findingOf } from '../finding.ts'
import { nameIndexOf } from '../names/name-index.ts'
import type { NameHit } from '../names/name-index.ts'
import { reasonOf } from '../reason.ts'
import type { ScreeningContext } from '../screening-context.ts'
import type { Finding, Reason } from '../screening.ts'

interface Hit extends NameHit {
  /** the company's name, former name or owner that is alike */
  name: string
}

/**
 * The company's names, former names and owners against the imported lists. A likeness is a candidate until a person
 * decides: "not the same" settles it for good, "the same" keeps holding.
 */
export function notSanctioned(_offer: Offer, company: Organisation, context: ScreeningContext): Finding {
  const { watchlist, decidedHits } = context
  const names = namesOf(company)
  const hits = likestPerEntry(names, nameIndexOf(watchlist.entries).hits)
  const decided = new Map(decidedHits.map(({ entryId, same }) => [entryId, same]))
  const isOpen = ({ entry }: Hit) => decided.get(entry.id) !== false
  return findingOf('not-sanctioned', {
    held: hits.filter(isOpen).map((hit) => openReason(hit, decided.has(hit.entry.id))),
    alongside: hits
      .filter((hit) => !isOpen(hit))
      .map((hit) => reasonOf('not-sanctioned.settled', facts(hit), ['entry'])),
    cleared: [reasonOf('not-sanctioned.no-hit', { names: names.length, entries: watchlist.entries.length })],
  })
}

function namesOf({ name, profile }: Organisation): string[] {
  const names = [name, ...(profile?.formerNames ?? []), ...(profile?.owners ?? [])]
  return [...new Set(names.map((each) => each.trim()).filter(Boolean))]
}

function likestPerEntry(names: string[], hitsOf: (name: string) => NameHit[]): Hit[] {
  const all = names.flatMap((name) => hitsOf(name).map((hit) => ({ ...hit, name })))
  const likest = new Map<string, Hit>()
  for (const hit of all) {
    const known = likest.get(hit.entry.id)
    if (!known || known.similarity < hit.similarity) likest.set(hit.entry.id, hit)
  }
  return [...likest.values()].sort(
    (a, b) => b.similarity - a.similarity || (a.entry.id < b.entry.id ? -1 : 1),
  )
}

const openReason = (hit: Hit, isSame: boolean): Reason =>
  reasonOf(isSame ? 'not-sanctioned.same' : 'not-sanctioned.candidate', facts(hit), ['entry'])

const facts = ({ name, listed, entry, similarity }: Hit) => ({
  name,
  listed,
  list: entry.list,
  entry: entry.id,
  percent: Math.round(similarity * 100),
})
