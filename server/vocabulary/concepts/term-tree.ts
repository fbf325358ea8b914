/** Terms as sequences of keys, shared from the first key on; a node where a term ends names its concept. */
export interface TermTree {
  readonly next: Map<string, TermTree>
  concept?: string
}

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

/** What a place in a text offers to the tree: the keys it answers to, and whether it may be passed over. */
export interface Token {
  readonly keys: readonly string[]
  readonly skippable: boolean
}

export interface Found {
  readonly concept: string
  /** The index after the last token of the term. */
  readonly end: number
}

/** The longest term that begins at `start`; skippable tokens inside a term are passed over. */
export function longestTerm(
  tree: TermTree,
  tokens: (index: number) => Token | undefined,
  start: number,
): Found | undefined {
  const token = tokens(start)
  if (!token) return undefined
  const longer = token.keys
    .map((key) => tree.next.get(key))
    .map((child) => child && (continued(child, tokens, start + 1) ?? ended(child, start + 1)))
  return longer.reduce(farther, undefined)
}

function continued(
  tree: TermTree,
  tokens: (index: number) => Token | undefined,
  start: number,
): Found | undefined {
  if (tree.next.size === 0) return undefined
  const direct = longestTerm(tree, tokens, start)
  if (direct || !tokens(start)?.skippable) return direct
  return continued(tree, tokens, start + 1)
}

function ended(tree: TermTree, end: number): Found | undefined {
  return tree.concept === undefined ? undefined : { concept: tree.concept, end }
}

function farther(best: Found | undefined, found: Found | undefined): Found | undefined {
  return found && (!best || found.end > best.end) ? found : best
}
