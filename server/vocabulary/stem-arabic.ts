const articles = ['وال', 'بال', 'كال', 'فال', 'ولل', 'ال', 'لل']
/** Nouns whose own first letter merges with the article after li-: for these للاجئين is ل and لاجئين. */
const nounsInLam = ['لاجي', 'لقاح', 'لوازم', 'لوجست', 'لغ', 'لجن']
const endings = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']

/**
 * A light stem of a folded Arabic word: conjunction, article and the endings of gender, number and
 * possession are taken off, as light10 does (Larkey, Ballesteros and Connell, 2007). Broken plurals stay
 * apart. The Snowball stemmer parts pairs that this joins, such as لقاحات and لقاح, اللاجئين and للاجئين.
 */
export function stemArabic(word: string): string {
  return withoutEndings(withoutArticle(withoutConjunction(word)))
}

function withoutConjunction(word: string): string {
  return word.startsWith('و') && word.length > 4 ? word.slice(1) : word
}

function withoutArticle(word: string): string {
  if (word.startsWith('لل') && nounsInLam.some((noun) => word.startsWith(noun, 1))) return word.slice(1)
  const article = articles.find((prefix) => word.startsWith(prefix) && word.length >= prefix.length + 2)
  return article ? word.slice(article.length) : word
}

function withoutEndings(word: string): string {
  const shorter = (rest: string, ending: string) =>
    rest.endsWith(ending) && rest.length >= ending.length + 2 ? rest.slice(0, -ending.length) : rest
  return endings.reduce(shorter, word)
}
