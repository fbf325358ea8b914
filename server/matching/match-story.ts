import type { TFunction } from 'i18next'
import type { NameOf } from '../organisations/naming.ts'
import type { SeenMatch } from './match-access.ts'
import { haveMet, type Match, type MatchSide, type Word, type WordKind } from './match.ts'

export interface StoryEvent {
  at: Date
  text: string
  /** the person, where the reader may know who it was */
  by?: string
  detail?: string
}

/** Which sentence of `matches:standing` says where the match stands for its reader. */
export function standingOf({ match, status, side }: SeenMatch): string {
  if (status === 'interest') return `interest-${whose(match.interest, side)}`
  if (status === 'ended') return `ended-${whose({ [match.ending?.side ?? 'offer']: match.ending }, side)}`
  if (status === 'dismissed') return `dismissed-${whose(match.dismissal, side)}`
  return status
}

function whose(words: Partial<Record<MatchSide, Word>>, side: MatchSide | null): 'own' | 'other' | 'side' {
  if (side === null) return 'side'
  return words[side] ? 'own' : 'other'
}

/** Who said what and when, oldest first. Persons of the other side stay unnamed until the introduction. */
export function storyOf(seen: SeenMatch, nameOf: NameOf, t: TFunction): StoryEvent[] {
  const { match, side } = seen
  const sides: MatchSide[] = ['offer', 'need']
  const said = (kind: WordKind) =>
    sides.flatMap((one) => {
      const word = match[kind][one]
      const organisation = nameOf(match.parties[one])
      const known = one === side || haveMet(match)
      return word ? [eventOf(kind, word, organisation, known, t)] : []
    })
  const start = { at: match.createdAt, text: t('matches:story.suggested') }
  const events = [start, ...said('interest'), ...said('dismissal'), ...outcomesOf(match, nameOf, t)]
  return events.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** What came of the introduction; both sides know each other by then. */
function outcomesOf({ parties, ending, agreement }: Match, nameOf: NameOf, t: TFunction): StoryEvent[] {
  const told = (key: string, { at, name }: Word, side: MatchSide, detail?: string): StoryEvent => ({
    ...{ at, by: name, text: t(`matches:story.${key}`, { organisation: nameOf(parties[side]) }) },
    ...(detail && { detail }),
  })
  const other = agreement?.side === 'offer' ? 'need' : 'offer'
  return [
    ...(agreement ? [told('agreement', agreement, agreement.side, agreement.title)] : []),
    ...(agreement?.confirmed ? [told('confirmation', agreement.confirmed, other)] : []),
    ...(ending ? [told('ending', ending, ending.side, reasonOf(ending, t))] : []),
  ]
}

const reasonOf = ({ reason, note }: { reason?: string; note?: string }, t: TFunction): string =>
  [t(`introductions:reason.${reason}`), note].filter(Boolean).join(': ')

const eventOf = (
  kind: WordKind,
  { at, name, reason }: Word,
  organisation: string,
  known: boolean,
  t: TFunction,
): StoryEvent => ({
  at,
  text: t(`matches:story.${kind}`, { organisation }),
  ...(known && { by: name }),
  ...(reason && { detail: t(`matching:dismissal.${reason}`) }),
})
