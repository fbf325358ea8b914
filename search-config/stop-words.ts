import ar from './stop-words/ar.json' with { type: 'json' }
import en from './stop-words/en.json' with { type: 'json' }
import es from './stop-words/es.json' with { type: 'json' }
import fr from './stop-words/fr.json' with { type: 'json' }
import ru from './stop-words/ru.json' with { type: 'json' }
import zh from './stop-words/zh.json' with { type: 'json' }

/**
 * Words that join others in one of the six languages. One index holds all languages, so a word that tells
 * something in another is left out: French "ai" is also what people type for artificial intelligence.
 */
export const stopWords = [...new Set([en, fr, es, ru, ar, zh].flat())].sort()
