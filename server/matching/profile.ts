import { longestDescription, weighConcepts } from '../postings/posting-concepts.ts'
import { isAnywhere, type Posting } from '../postings/posting.ts'
import { broaderOf } from '../vocabulary/concepts/concepts.ts'
import { expandPlaces } from '../vocabulary/places.ts'
import { words } from '../vocabulary/tokens.ts'
import { tellingStem } from './telling-stem.ts'

/** One telling stem of a posting's text. */
export interface Term {
  /** as it was first written, in lower case */
  word: string
  count: number
  inTitle: boolean
}

/** What matching compares of a posting, worked out once for each revision. */
export interface Profile {
  /** concept id to weight, wider subjects of each concept at a part of it */
  concepts: ReadonlyMap<string, number>
  /** concept ids that the text itself names */
  named: ReadonlySet<string>
  /** by stem */
  terms: ReadonlyMap<string, Term>
  countries: ReadonlySet<string>
  anywhere: boolean
}

/** How much of a concept's weight each wider subject gets, nearest first: malaria is a little about health. */
const widerShare = 0.4
/** A concept of the title weighs three times one that the description mentions; beyond this, repeating adds nothing. */
const mostWeight = 4

/** Pure; see `profiles` for the remembered form. */
export function profileOf(posting: Posting): Profile {
  const named = weighConcepts(posting)
  return {
    concepts: withWider(named),
    named: new Set(named.keys()),
    terms: termsOf(posting),
    countries: new Set(expandPlaces(posting)),
    anywhere: isAnywhere(posting),
  }
}

function withWider(named: ReadonlyMap<string, number>): Map<string, number> {
  const weights = new Map(Array.from(named, ([id, count]) => [id, Math.min(count, mostWeight)] as const))
  for (const [id, weight] of [...weights]) {
    broaderOf(id).forEach((wider, distance) => {
      const share = weight * widerShare ** (distance + 1)
      weights.set(wider, Math.max(weights.get(wider) ?? 0, share))
    })
  }
  return weights
}

function termsOf({ title, description, language }: Posting): Map<string, Term> {
  const terms = new Map<string, Term>()
  const read = (text: string, inTitle: boolean) => {
    for (const word of words(text)) {
      const key = tellingStem(word, language)
      if (key === null) continue
      const known = terms.get(key)
      if (known) known.count += 1
      else terms.set(key, { word, count: 1, inTitle })
    }
  }
  read(title, true)
  read(description.slice(0, longestDescription), false)
  return terms
}
