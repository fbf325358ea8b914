const level =
  '(?:sub[- ]?)?(?:outputs?|outcome|activity|activité|actividad|atividade|project|projet|proyecto|projeto|produit|' +
  'producto|produto|résultat|resultado|effet|efecto|component|composante|componente|intervention|objective)'
const units =
  '(?:%|°|million|milli|billion|mil|mill|mw|kw|gw|tons?|tonnes?|km|ha|hectares?|years?|ans|años|degrees?)(?![\\p{L}])'
const gap = '[\\s.:;)/_–—-]*'

/** What country teams number their activities with, before the words of the name. */
const prefixes = [
  /^(?:&\s*|["“](?=[^"“”]*$))/u,
  new RegExp(`^\\(?20[12]\\d(?:\\s*[-–/]\\s*(?:20)?[23]\\d)?\\)?${gap}(?=\\S)`, 'u'),
  new RegExp(
    `^(?:(?:CF|people|planet|prosperity|peace)\\s+)?${level}\\s*(?:n[°ºo.]\\s*)?\\d+(?:[.-]\\d+)*[a-z]?(?![\\p{L}\\d])${gap}`,
    'iu',
  ),
  new RegExp(
    `^(?!\\d+\\.\\d+\\s*${units})[A-Z]{0,2}[a-z]?\\.?\\d+(?:\\.\\d+)+\\.?[a-z]?(?![\\p{L}\\d])${gap}`,
    'iu',
  ),
  /^\d{1,3}\s*[.:)–-]+\s+(?=\p{L})/u,
  /^\((?:\d+\.)+\d+[^)]*\)\s*(?=\S)/u,
  /^(?:\d{6,}[\s:–-]+|\d{1,2}[A-Z]\s*[.:]\s*)(?=\p{L})/u,
  /^(?=\S*\d)[A-Z]{2,5}(?:\/[A-Z0-9]{1,8}){1,5}[\s:–-]+(?=\S)/u,
]

/** Fewer letters say nothing: then the code is the name. */
const fewestLetters = 3

/** The name without the numbering, the years and the agency's own acronym in front of it. */
export function withoutCodes(name: string, agency: string): string {
  const stripped = strip(name.trim(), [...prefixes, agencyPrefix(agency)])
  const words = stripped.replace(/^[\s.,:;)–—-]+/, '').trim()
  if ((words.match(/\p{L}/gu) ?? []).length < fewestLetters) return name.trim()
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

function strip(name: string, patterns: RegExp[]): string {
  const shorter = patterns.reduce((rest, pattern) => rest.replace(pattern, ''), name)
  return shorter === name ? name : strip(shorter, patterns)
}

/** "UNICEF: ...", "UNICEF - ..." or "(UNICEF) ...": who posts it stands beside the name anyway. */
function agencyPrefix(agency: string): RegExp {
  const acronym = agency.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(
    `^(?:\\(\\s*${acronym}(?:\\s*-\\s*\\w+)?\\)[\\s:–-]*|${acronym}\\s*(?::|\\s[–-])\\s*)(?=\\S)`,
    'iu',
  )
}
