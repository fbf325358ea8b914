const base = 'http://local.invalid'

/**
 * Where to go after signing in: `next` only if it is a path of this site, else `otherwise`. Browsers read a
 * backslash as a slash and drop control characters, so `//evil`, `/\evil` and `/<tab>/evil` all leave the site.
 */
export function safeReturn(next: unknown, otherwise: string): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return otherwise
  const url = parse(next)
  return url?.origin === base && !url.pathname.startsWith('//') ? next : otherwise
}

function parse(next: string): URL | undefined {
  return URL.canParse(next, base) ? new URL(next, base) : undefined
}
