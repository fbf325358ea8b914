import ar from './synonyms/ar.json' with { type: 'json' }
import en from './synonyms/en.json' with { type: 'json' }
import es from './synonyms/es.json' with { type: 'json' }
import fr from './synonyms/fr.json' with { type: 'json' }
import ru from './synonyms/ru.json' with { type: 'json' }
import zh from './synonyms/zh.json' with { type: 'json' }

/**
 * Each word with those that mean the same, both ways. Only for typed queries: that languages meet is the work
 * of the concept labels in each document.
 */
export const synonyms: Record<string, string[]> = {}

for (const group of [en, fr, es, ru, ar, zh].flat()) {
  for (const word of group) {
    const others = group.filter((other) => other !== word)
    synonyms[word] = [...new Set([...(synonyms[word] ?? []), ...others])]
  }
}
