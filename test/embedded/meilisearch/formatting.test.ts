import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Index, SearchParams } from 'meilisearch'
import { fill, startServer } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
let index: Index

beforeAll(async () => {
  server = await startServer()
  index = await fill(server.connect(), 'offers', {}, [
    {
      id: 1,
      title: 'Solar Vaccine refrigerators',
      text: 'one two three four five solar seven eight nine ten eleven solar vaccine fourteen',
      tags: ['solar', 'médecine solare'],
      maker: { name: 'Solar Ltd' },
      units: 50,
    },
  ])
})
afterAll(() => server.close())

async function formatted(query: string, parameters: SearchParams) {
  return (await index.search(query, parameters)).hits[0]!._formatted!
}

test('matches are put in tags, whole words but for the rest of a word that was begun', async () => {
  const shown = await formatted('vaccine refrig', { attributesToHighlight: ['title'] })
  expect(shown['title']).toBe('Solar <em>Vaccine</em> <em>refrig</em>erators')
  expect(shown['units']).toBe('50')
})

test('tags can be chosen, and a star highlights lists and inner fields too', async () => {
  const shown = await formatted('solar ', {
    attributesToHighlight: ['*'],
    highlightPreTag: '[',
    highlightPostTag: ']',
  })
  expect(shown['title']).toBe('[Solar] Vaccine refrigerators')
  expect(shown['tags']).toEqual(['[solar]', 'médecine [solare]'])
  expect(shown['maker']).toEqual({ name: '[Solar] Ltd' })
})

test('typos and phrases are highlighted, words outside the phrase are not', async () => {
  expect((await formatted('vacine ', { attributesToHighlight: ['title'] }))['title']).toBe(
    'Solar <em>Vaccine</em> refrigerators',
  )
  expect((await formatted('"solar vaccine"', { attributesToHighlight: ['text'] }))['text']).toBe(
    'one two three four five solar seven eight nine ten eleven <em>solar</em> <em>vaccine</em> fourteen',
  )
})

test('a crop shows the words around the best matches between markers', async () => {
  const shown = await formatted('solar vaccine', { attributesToCrop: ['text'], cropLength: 4 })
  expect(shown['text']).toBe('…eleven solar vaccine fourteen')
  const own = await formatted('seven', {
    attributesToCrop: ['text:3'],
    cropMarker: '(...)',
    attributesToHighlight: ['text'],
  })
  expect(own['text']).toBe('(...)solar <em>seven</em> eight(...)')
  expect((await formatted('', { attributesToCrop: ['text:2'] }))['text']).toBe('one two…')
  expect((await formatted('solar', { attributesToCrop: ['title'] }))['title']).toBe(
    'Solar Vaccine refrigerators',
  )
})

test('only fields that are retrieved or formatted are in the formatted hit', async () => {
  const { hits } = await index.search('solar', {
    attributesToRetrieve: ['id'],
    attributesToHighlight: ['maker'],
  })
  expect(hits[0]).toMatchObject({ id: 1, _formatted: { id: '1', maker: { name: '<em>Solar</em> Ltd' } } })
  expect(Object.keys(hits[0]!)).toEqual(['id', '_formatted'])
})

test('places of matches are told in bytes', async () => {
  const { hits } = await index.search('médecine vaccine', {
    showMatchesPosition: true,
    matchingStrategy: 'all',
  })
  expect(hits[0]!._matchesPosition).toEqual({
    title: [{ start: 6, length: 7 }],
    text: [{ start: 64, length: 7 }],
    tags: [{ start: 0, length: 9, indices: [1] }],
  })
})

test('a crop grows to both sides, backward first, and stays within a sentence while it can', async () => {
  const offers = await fill(server.connect(), 'sentences', {}, [
    { id: 1, text: 'a french book about a prince that walks on little cute planets' },
    { id: 2, text: 'First come pumps. Then water flows to villages far away. At last people drink.' },
  ])
  const crop = async (query: string, cropLength: number) => {
    const { hits } = await offers.search(query, { attributesToCrop: ['text'], cropLength })
    return hits[0]!._formatted!['text']
  }
  expect(await crop('prince', 6)).toBe('…book about a prince that walks…')
  expect(await crop('water', 5)).toBe('…Then water flows to villages…')
  expect(await crop('away', 4)).toBe('…to villages far away…')
})
