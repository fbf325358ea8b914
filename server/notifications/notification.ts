/** What is put into the reader's language when it is shown: a key of the locale files and its values. */
export interface Sentence {
  key: string
  values: Record<string, string | number | string[]>
}

/** What may be told. Every event names its `source`, so that telling it again tells nobody twice. */
export type Event =
  | {
      kind: 'match-found'
      arrival: string
      offerId: string
      needId: string
      matchId: string
      score: number
      because: Sentence[]
    }
  | { kind: 'offer-screened'; offerId: string; revision: number; verdict: string }
  | { kind: 'offer-held'; offerId: string; revision: number }
  | { kind: 'offer-decided'; offerId: string; revision: number; verdict: string }
  | { kind: 'interest-shown'; matchId: string; offerId: string; needId: string; by: 'offer' | 'need' }
  | { kind: 'match-introduced'; matchId: string; offerId: string; needId: string }
  | { kind: 'match-dismissed'; matchId: string; offerId: string; needId: string; by: 'offer' | 'need' }
  | {
      kind: 'posting-fits'
      arrival: string
      accountId: string
      offerId?: string
      needId?: string
      /** the rules that it fits */
      because: Sentence[]
    }
  /** a standing offer: whether it still stands; `asked` is the moment */
  | { kind: 'standing-asked'; offerId: string; asked: string }
  /** `count` days before its end, which names the term that it is told of */
  | { kind: 'posting-ending'; offerId?: string; needId?: string; end: string; count: number }
  | { kind: 'posting-ended'; offerId?: string; needId?: string; end: string }
  | { kind: 'join-asked'; accountId: string; organisationId: string; at: number }
  | {
      kind: 'join-answered'
      accountId: string
      organisationId: string
      /** of the asking, in milliseconds: who asks again is answered again */
      at: number
      verdict: 'accepted' | 'declined'
    }
  | {
      kind: 'message-arrived'
      /** as long as one of the same conversation is unread, another is not told */
      collapse: string
      messageId: string
      matchId: string
      offerId: string
      needId: string
      accountIds: string[]
    }
  | {
      kind: 'introduction-ended' | 'agreement-proposed' | 'agreement-taken-back' | 'partnership-agreed'
      /** tells one proposal of an introduction from the next */
      occasion: string
      matchId: string
      offerId: string
      needId: string
      accountIds: string[]
    }
  | {
      kind: 'question-asked' | 'question-answered' | 'question-declined'
      questionId: string
      needId: string
      accountIds: string[]
    }
  | {
      kind: 'entity-engaged'
      /** the company and the entity that joins */
      pair: string
      matchId: string
      offerId: string
      needId: string
      accountIds: string[]
      /** who joined */
      because: Sentence[]
    }
  /** an entity answered the company's offer, or took its answer back; `at` tells two answers apart */
  | { kind: 'offer-answered'; offerId: string; answerId: string; at: string; because: Sentence[] }
  | { kind: 'offer-answer-undone'; offerId: string; answerId: string; at: string }
  /** another entity passed the offer on to this one */
  | { kind: 'offer-passed-on'; offerId: string; organisationId: string; because: Sentence[] }
  /** `count` offers wait for this entity's answer; told once a day at most */
  | { kind: 'answers-due'; organisationId: string; day: string; count: number; because: Sentence[] }
  | {
      /** of the last two it was the clock, and nobody of either side */
      kind:
        | 'reservation-made'
        | 'reservation-confirmed'
        | 'reservation-released'
        | 'reservation-lapsing'
        | 'reservation-lapsed'
      promiseId: string
      matchId: string
      offerId: string
      needId: string
      by?: 'offer' | 'need'
      /** how much, and why it was released */
      because: Sentence[]
    }
  | { kind: 'import-matched'; importId: string; officeId: string; count: number }

export type NotificationKind = Event['kind']

/** One person's alert. It keeps references only: what is shown of them is read again each time. */
export interface Notification {
  id: string
  recipientId: string
  kind: NotificationKind
  createdAt: Date
  readAt: Date | null
  offerId?: string
  needId?: string
  matchId?: string
  score?: number
  /** why it fits, most telling first */
  because?: Sentence[]
  verdict?: string
  organisationId?: string
  count?: number
}

/** Unique per recipient: the same thing is told once, however often it happens to be processed. */
export function sourceOf(event: Event): string {
  switch (event.kind) {
    case 'match-found':
      return `match-found:${event.matchId}`
    case 'offer-screened':
    case 'offer-held':
    case 'offer-decided':
      return `${event.kind}:${event.offerId}:${event.revision}:${'verdict' in event ? event.verdict : ''}`
    case 'interest-shown':
    case 'match-introduced':
    case 'match-dismissed':
      return `${event.kind}:${event.matchId}`
    case 'posting-fits':
      return `${event.kind}:${event.arrival}`
    case 'standing-asked':
      return `${event.kind}:${event.offerId}:${event.asked}`
    case 'posting-ending':
      return `${event.kind}:${event.offerId ?? event.needId}:${event.end}:${event.count}`
    case 'posting-ended':
      return `${event.kind}:${event.offerId ?? event.needId}:${event.end}`
    case 'join-asked':
    case 'join-answered':
      return `${event.kind}:${event.accountId}:${event.organisationId}:${event.at}`
    case 'message-arrived':
      return `${event.kind}:${event.messageId}`
    case 'introduction-ended':
    case 'agreement-proposed':
    case 'agreement-taken-back':
    case 'partnership-agreed':
      return `${event.kind}:${event.matchId}:${event.occasion}`
    case 'question-asked':
    case 'question-answered':
    case 'question-declined':
      return `${event.kind}:${event.questionId}`
    case 'entity-engaged':
      return `${event.kind}:${event.pair}`
    case 'offer-answered':
    case 'offer-answer-undone':
      return `${event.kind}:${event.answerId}:${event.at}`
    case 'offer-passed-on':
      return `${event.kind}:${event.offerId}:${event.organisationId}`
    case 'answers-due':
      return `${event.kind}:${event.organisationId}:${event.day}`
    case 'reservation-made':
    case 'reservation-confirmed':
    case 'reservation-released':
    case 'reservation-lapsing':
    case 'reservation-lapsed':
      return `${event.kind}:${event.promiseId}`
    case 'import-matched':
      return `${event.kind}:${event.importId}:${event.officeId}`
  }
}
