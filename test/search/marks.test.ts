import { markedPart, markedWhole, markedWords } from '../../server/search/marks.ts'

const on = '\uFDD0'
const off = '\uFDD1'
const cut = '\uFDD2'

test('a title is shown in runs', () => {
  expect(markedWhole('Solar pumps <b>', `${on}Solar${off} pumps <b>`)).toEqual([
    { text: 'Solar', match: true },
    { text: ' pumps <b>', match: false },
  ])
})

test('a text that the index has not heard of is shown as it is', () => {
  expect(markedWhole('Wind pumps', `${on}Solar${off} pumps`)).toEqual([{ text: 'Wind pumps', match: false }])
  expect(markedWhole('Wind pumps', undefined)).toEqual([{ text: 'Wind pumps', match: false }])
  expect(markedPart('Wind pumps for all', `${cut}${on}solar${off} pumps${cut}`)).toBeUndefined()
})

test('a part is shown if it is a part of the text, whatever its blanks', () => {
  const text = 'Twenty\n\nsolar   pumps and pipes for villages.'
  expect(markedPart(text, `${cut}${on}solar${off}   pumps and${cut}`)).toEqual([
    { text: '…', match: false },
    { text: 'solar', match: true },
    { text: ' pumps and…', match: false },
  ])
})

test('a part without a match is none', () => {
  expect(markedPart('Solar pumps', 'Solar pumps')).toBeUndefined()
})

test('marks within the text itself make none of it bold', () => {
  const text = `A ${on}sly${off} pump`
  expect(markedWhole(text, `A ${on}sly${off} ${on}pump${off}`)).toEqual([{ text, match: false }])
})

test('the matched words alone, whole where they were marked in part', () => {
  expect(markedWords(`${cut}${on}solar${off} and ${on}refrig${off}erators`)).toEqual([
    'solar',
    'refrigerators',
  ])
})
