/** How a word sounds, roughly: what transliterations of one name have in common. */
export function soundOf(word: string): string {
  return word
    .replace(/^kn/, 'n')
    .replace(/tsch|tch|cz|ch/g, 'č')
    .replace(/shch|sch|sh/g, 'š')
    .replace(/dzh|dj|zh|j(?=[aeiou])/g, 'č')
    .replace(/kh/g, 'h')
    .replace(/gh/g, 'g')
    .replace(/ph/g, 'f')
    .replace(/([dtrb])h/g, '$1')
    .replace(/ck|q|c(?![eiy])/g, 'k')
    .replace(/ts|tz|c/g, 's')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/[ao][uw](?![aeiou])/g, 'u')
    .replace(/w/g, 'v')
    .replace(/ou|oo|o/g, 'u')
    .replace(/ee|ie|ei|ey|ay|ai|iy|yi|y|e|j(?=[^aeiou]|$)/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.[aiu])h$/, '')
}

/** The consonants: what remains where a script leaves vowels out, and v and i, which Arabic writes as vowels too. */
export function skeletonOf(sound: string): string {
  return (
    sound.slice(0, 1).replace(/[aiu]/, '') +
    sound
      .slice(1)
      .replace(/[aiuv]/g, '')
      .replace(/h$/, '')
  )
}
