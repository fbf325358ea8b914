/** Terms as sequences of keys, shared from the first key on; a node where a term ends names its concept. */
export interface TermTree {
  readonly next: Map<string, TermTree>
  concept?: string
}

/** What a place in a text offers to the tree: the keys it answers to, and whether it may be passed over. */
export interface Token {
  readonly keys: readonly string[]
  readonly skippable: boolean
}

/** The token at an index of a text; undefined past its end. */
export type Tokens = (index: number) => Token | undefined

export interface Term {
  readonly concept: string
  readonly start: number
  /** The index after the last token of the term. */
  readonly end: number
}

const mostSkips = 3

export function emptyTree(): TermTree {
  return { next: new Map() }
}

/** Adds a term; the first concept to claim a sequence keeps it. */
export function addTerm(tree: TermTree, keys: readonly string[], concept: string): void {
  let node = tree
  for (const key of keys) {
    const child = node.next.get(key) ?? emptyTree()
    node.next.set(key, child)
    node = child
  }
  if (keys.length > 0) node.concept ??= concept
}

/** All terms that begin at `start`, for each end one: of a token's keys the first that leads anywhere wins. */
export function termsAt(tree: TermTree, tokens: Tokens, start: number): Term[] {
  const ends = new Map<number, string>()
  follow(tree, start, mostSkips)
  return Array.from(ends, ([end, concept]) => ({ concept, start, end }))

  function follow(node: TermTree, index: number, skips: number): void {
    const token = tokens(index)
    if (!token) return
    for (const child of token.keys.flatMap((key) => node.next.get(key) ?? [])) arrive(child, index + 1)
    if (token.skippable && node !== tree && skips > 0) follow(node, index + 1, skips - 1)
  }

  function arrive(node: TermTree, index: number): void {
    if (node.concept !== undefined && !ends.has(index)) ends.set(index, node.concept)
    if (node.next.size > 0) follow(node, index, mostSkips)
  }
}
