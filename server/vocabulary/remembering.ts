const mostRemembered = 50_000

/**
 * The same function of a word and a language, looking up what it answered before: texts repeat their words,
 * and taking one apart costs ten times as much. Starts afresh after 50,000 different words.
 */
export function remembering<Value>(
  answer: (word: string, language: string) => Value,
): (word: string, language: string) => Value {
  const remembered = new Map<string, Value>()
  return (word, language) => {
    const key = `${language} ${word}`
    const known = remembered.get(key)
    if (known !== undefined) return known
    if (remembered.size >= mostRemembered) remembered.clear()
    const found = answer(word, language)
    remembered.set(key, found)
    return found
  }
}
