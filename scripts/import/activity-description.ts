interface ActivityText {
  /** the whole name, cleaned */
  name: string
  /** what the source has as description, often nothing or the name again */
  description: string
  /** the outcome or output that the activity serves */
  aim: string
  /** ISO 639-1, of the texts above */
  language: string
  /** whose activity it is; stands in where there are hardly any words */
  poster: string
}

const shortestDescription = 20

const aimLabels: Record<string, string> = {
  ar: 'النتيجة المتوقعة',
  en: 'Expected result',
  es: 'Resultado esperado',
  fr: 'Résultat attendu',
  pt: 'Resultado esperado',
  ru: 'Ожидаемый результат',
  zh: '预期成果',
}

/**
 * The source's own description; where that is empty, too short or the name again, name and aim take its place. A
 * name that is too long for a title (`longestTitle` characters) stands in full before it.
 */
export function describeActivity(activity: ActivityText, longestTitle: number): string {
  const { name, description, poster } = activity
  const isTold = description.length >= shortestDescription && !repeats(description, name)
  const parts = isTold ? [name.length > longestTitle ? name : '', description] : [name, aimSentence(activity)]
  const text = parts.filter((part) => part !== '').join('\n\n')
  return text.length < shortestDescription ? `${text} – ${poster}` : text
}

function aimSentence({ name, aim, language }: ActivityText): string {
  if (aim === '' || repeats(aim, name)) return ''
  const label = aimLabels[language]
  return label ? `${label}: ${aim}` : aim
}

/** The same words, whatever numbering or punctuation stands around them. */
function repeats(text: string, name: string): boolean {
  const [told, known] = [essence(text), essence(name)]
  return known.startsWith(told) || (known.length > shortestDescription && told.endsWith(known))
}

const essence = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
