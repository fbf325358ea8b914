import { textTest } from '../../../../server/embedded/mongodb/query/regex.ts'

const matches = (pattern: string, options: string, text: string) => textTest({ pattern, options })(text)

describe('Perl reads', () => {
  test.each<[string, string, string[], string[]]>([
    ['\\Aab\\z', '', ['ab'], ['ab\n', 'xab']],
    ['ab\\Z', '', ['ab', 'ab\n', 'xab'], ['ab\n\n', 'abc']],
    ['^ab$', '', ['ab', 'ab\n'], ['ab\n\n', 'x\nab']],
    ['^ab$', 'm', ['ab', 'x\nab\ny'], ['xab']],
    ['a\\n^$', 'm', ['a\n\nb'], ['a\n']],
    ['a.b', '', ['axb', 'a\rb', 'a\u2028b', 'a😀b'], ['a\nb', 'ab']],
    ['a.b', 's', ['a\nb'], ['ab']],
    ['a\\Nb', 's', ['axb'], ['a\nb']],
    ['a b # rest', 'x', ['ab'], ['a b']],
    ['a\\ b [ ] c', 'x', ['a b c'], ['abc']],
    ['a + b', 'x', ['aab'], ['a+b', 'b']],
    ['ÄB', 'i', ['äb', 'Äb'], ['ab']],
    ['(?i)ab', '', ['AB', 'aB'], ['b']],
    ['(?im)^b', '', ['a\nB'], ['aB']],
    ['a(?s).b', '', ['a\nb'], ['ab']],
    ['(?:a(?s).)b.c', '', ['a\nbxc'], ['a\nb\nc']],
    ['(?s:a.)b.', '', ['a\nbx'], ['a\nb\n']],
    ['a(?#why)b', '', ['ab'], ['a']],
    ['\\h', '', [' ', '\t', '\u00a0'], ['\n', 'x']],
    ['^\\H+$', '', ['ab'], ['a b']],
    ['a\\vb', '', ['a\nb', 'a\u2028b'], ['a b']],
    ['^a\\Rb$', '', ['a\nb', 'a\r\nb', 'a\u0085b'], ['a\n\nb', 'ab']],
    ['^\\R\\n$', '', ['\n\n'], ['\r\n']],
    ['^\\s+$', '', [' \t\n\f\r\v'], ['\u00a0', '']],
    ['^\\w+$', '', ['aZ_9'], ['é', 'a-b']],
    ['^[\\S]$', '', ['é', 'a'], [' ']],
    ['^[\\W]$', '', ['é', '-'], ['a', '_']],
    ['\\bnote\\b', 'i', ['a NOTE.'], ['notes']],
    ['^\\d+$', '', ['12'], ['١٢']],
    ['^[[:alpha:]]+$', '', ['abC'], ['a1', 'é']],
    ['^[^[:space:]x]$', '', ['a', '['], ['x', ' ']],
    ['^[]a]+$', '', [']a]'], ['b']],
    ['^[^]a]$', '', ['b'], [']', 'a']],
    ['^[a-c-]+$', '', ['a-c'], ['d']],
    ['^[[]$', '', ['['], ['x']],
    ['^[\\b]$', '', ['\b'], ['b']],
    ['x{,}', '', ['x{,}'], ['x']],
    ['a{x}', '', ['a{x}'], ['ax']],
    ['a]}', '', ['a]}'], ['a']],
    ['^a{2,3}$', '', ['aa', 'aaa'], ['a', 'aaaa']],
    ['^a*+a', '', [], ['aaa']],
    ['^a++b', '', ['aab'], ['b']],
    ['^(?>a|ab)c', '', ['ac'], ['abc']],
    ['^(a|b)(?>c*)\\1$', '', ['accca', 'bb'], ['acb']],
    ['(?<x>a|b)\\k<x>', '', ['aa', 'bb'], ['ab']],
    ['^(?P<y>.)\\g{1}\\g1\\g{-1}$', '', ['xxxx'], ['xxxy']],
    ['(?<=a|bc)d', '', ['ad', 'bcd'], ['cd']],
    ['(?<!a)b', '', ['b', 'cb'], ['ab']],
    ['a(?=b)', '', ['ab'], ['ac']],
    ['a(?!b)*c', '', ['ac'], ['ab']],
    ['\\Qa.b\\Ec', '', ['a.bc'], ['axbc']],
    ['\\x41\\x{1F600}\\t\\e', '', ['A😀\t\x1b'], ['a']],
    ['\\0a\\cA', '', ['\0a\x01'], ['a']],
    ['\\p{Lu}\\pN', '', ['É1'], ['é1']],
    ['[\\p{L}\\-]+x', '', ['é-x'], ['1x']],
    ['\\/\\-\\@\\é', '', ['/-@é'], ['x']],
    ['', '', ['', 'x'], []],
  ])('%p with %p', (pattern, options, hits, misses) => {
    const wrong = [
      ...hits.filter((text) => !matches(pattern, options, text)),
      ...misses.filter((text) => matches(pattern, options, text)),
    ]
    expect(wrong).toEqual([])
  })
})

describe('is refused', () => {
  test.each<[string, string, number]>([
    ['a(?i)b', '', 115],
    ['\\Ka', '', 115],
    ['\\Ga', '', 115],
    ['\\X', '', 115],
    ['(?R)', '', 115],
    ['(?|a|b)', '', 115],
    ['(?(1)a|b)', '', 115],
    ['(*UTF)a', '', 115],
    ['(a)|b\\1', '', 115],
    ['(a)?\\1', '', 115],
    ['((a)|b)\\2', '', 115],
    ['(?<=a+)b', '', 115],
    ['\\p{Greek}', '', 115],
    ['\\p{Lu}', 'i', 115],
    ['a{,3}', '', 115],
    ['*a', '', 51091],
    ['(a', '', 51091],
    ['a)', '', 51091],
    ['[a', '', 51091],
    ['[b-a]', '', 51091],
    ['a{3,2}', '', 51091],
    ['a{70000}', '', 51091],
    ['\\1', '', 51091],
    ['[[:frob:]]', '', 51091],
    ['a\\', '', 51091],
    ['a', 'g', 51108],
  ])('%p with %p', (pattern, options, code) => {
    expect(() => textTest({ pattern, options })).toThrow(expect.objectContaining({ code }))
  })

  test('a text with letters that fold to ASCII, where ASCII letters are asked for without case', () => {
    expect(() => matches('\\w', 'i', '\u212a')).toThrow(expect.objectContaining({ code: 115 }))
    expect(matches('k', 'i', '\u212a')).toBe(true)
  })
})
