import { shorten, tidy, tidyName } from '../../scripts/import/text.ts'

test.each([
  ['  Fish \t &amp; chips ', 'Fish & chips'],
  ['caf&#233; &#xe0; c&ocirc;t&eacute;', 'café à c&ocirc;t&eacute;'],
  ['zero\u200bwidth soft\u00adhyphen \u202Eturned\u202C', 'zerowidth softhyphen turned'],
  ['one\r\n\r\n\r\n\r\ntwo  \n three', 'one\n\ntwo\nthree'],
  ['می\u200cشود', 'می\u200cشود'],
  ['&#9999999; &unknown; &amp;lt;', '&unknown; &lt;'],
])('tidies %j', (text, tidied) => {
  expect(tidy(text)).toBe(tidied)
})

test.each([
  ['“Clean coast”', 'Clean coast'],
  ['"Education and awareness"', 'Education and awareness'],
  ['Certification label "Sustainable Aquaculture"', 'Certification label "Sustainable Aquaculture"'],
  ['"First" and "second"', '"First" and "second"'],
  ['two\nlines', 'two lines'],
])('a name %j is one line without quotation marks around it', (name, tidied) => {
  expect(tidyName(name)).toBe(tidied)
})

test.each([
  ['short enough', 12, 'short enough'],
  ['cut between the words', 16, 'cut between the…'],
  ['cut between the words', 14, 'cut between…'],
  ['no comma, at all', 13, 'no comma, at…'],
  ['no comma, at all', 11, 'no comma…'],
  ['Donaudampfschifffahrt', 10, 'Donaudamp…'],
  ['abcdef😀😀', 8, 'abcdef…'],
])('shortens %j to %i characters', (text, most, short) => {
  expect(shorten(text, most)).toBe(short)
  expect(short.length).toBeLessThanOrEqual(most)
})
