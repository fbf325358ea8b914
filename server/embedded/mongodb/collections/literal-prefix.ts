import type { BSONRegExp } from 'bson'

/**
 * What every text that the expression finds begins with; empty where that is not plain to see: only `^` and then
 * letters, digits and a few harmless signs are read, no alternative may follow anywhere, and no flag may change
 * what a letter or `^` means.
 */
export function literalPrefix({ pattern, options }: Pick<BSONRegExp, 'pattern' | 'options'>): string {
  if (/[^su]/.test(options) || !pattern.startsWith('^') || pattern.includes('|') || pattern.includes('(?'))
    return ''
  const literal = /^\^((?:[\p{L}\p{N} _,:;@#%&=<>"'~!/-]|\\[-./@])*)/u.exec(pattern)?.[1] ?? ''
  const next = pattern[literal.length + 1] ?? ''
  const sure = /[*?{]/.test(next) ? literal.replace(/(\\.|.)$/su, '') : literal
  return sure.replaceAll('\\', '')
}
