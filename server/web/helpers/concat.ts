/** `{{t (concat 'state.' status)}}`: a key from its parts. */
export const concat = (...parts: unknown[]): string => parts.slice(0, -1).join('')
