import { readLines, type Line } from '../../scripts/import/lines.ts'

async function linesOf(...chunks: (string | Buffer)[]): Promise<Line[]> {
  async function* source() {
    for (const chunk of chunks) yield Buffer.from(chunk)
  }
  const lines: Line[] = []
  for await (const line of readLines(source())) lines.push(line)
  return lines
}

test('lines are counted from one, and the last needs no line end', async () => {
  expect(await linesOf('{"a":1}\n{"b":2}')).toEqual([
    { number: 1, text: '{"a":1}' },
    { number: 2, text: '{"b":2}' },
  ])
})

test('a line end at the very end makes no further line', async () => {
  expect(await linesOf('one\n')).toEqual([{ number: 1, text: 'one' }])
})

test('a line that comes in pieces is whole, also where a letter was cut', async () => {
  const [start, rest] = [Buffer.from('né').subarray(0, 2), Buffer.from('né').subarray(2)]
  expect(await linesOf('prem', 'ier\r\n', start, rest)).toEqual([
    { number: 1, text: 'premier' },
    { number: 2, text: 'né' },
  ])
})

test('a byte order mark is no part of the first line', async () => {
  expect(await linesOf('\ufefffirst\n')).toEqual([{ number: 1, text: 'first' }])
})

test('empty lines, other encodings and endless lines are named, and what follows them is read', async () => {
  const endless = 'x'.repeat(600_000)
  expect(await linesOf('\n', Buffer.from([0x43, 0xe9, 0x0a]), endless, endless, '\nlast')).toEqual([
    { number: 1, problem: 'empty' },
    { number: 2, problem: 'not UTF-8' },
    { number: 3, problem: 'longer than 1000000 bytes' },
    { number: 4, text: 'last' },
  ])
})
