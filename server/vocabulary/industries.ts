import isic from './data/isic4.json' with { type: 'json' }

const names = new Map<string, string>(Object.entries(isic.names))
const sectionsByDivision = new Map(
  Object.entries(isic.sections).flatMap(([section, divisions]) =>
    divisions.map((division) => [division, section] as const),
  ),
)

/** Whether the code is one of ISIC Rev.4: a section 'C', a division '12', a group '120' or a class '1200'. */
export function isIndustry(code: string): boolean {
  return names.has(code)
}

/** The English title of the industry. Throws a RangeError for what is no code of ISIC Rev.4. */
export function industryName(code: string): string {
  const name = names.get(code)
  if (name === undefined) throw new RangeError(`${code} is no industry of ISIC Rev.4`)
  return name
}

/** From the section down to the code itself: '1200' gives ['C', '12', '120', '1200']; [] for an unknown code. */
export function industryPath(code: string): string[] {
  if (!isIndustry(code)) return []
  const section = sectionsByDivision.get(code.slice(0, 2))
  if (section === undefined) return [code]
  return [
    section,
    ...[2, 3, 4].filter((length) => length <= code.length).map((length) => code.slice(0, length)),
  ]
}

/** Whether the industry is the ancestor or lies below it; false where either is unknown. */
export function isWithin(code: string, ancestor: string): boolean {
  return industryPath(code).includes(ancestor)
}

/** The two-digit divisions in the order of the classification. */
export function allDivisions(): string[] {
  return [...sectionsByDivision.keys()]
}

/** The four-digit classes in the order of the classification. */
export function allClasses(): string[] {
  return [...names.keys()].filter((code) => /^\d{4}$/.test(code)).sort()
}
