import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { evaluateLanguages } from '../../scripts/evaluate/languages.ts'
import { evaluateMatches } from '../../scripts/evaluate/matches.ts'
import { evaluateNames } from '../../scripts/evaluate/names.ts'
import { evaluateSdg } from '../../scripts/evaluate/sdg.ts'

const run = promisify(execFile)
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-evaluate-test-'))
})

afterAll(() => rm(folder, { recursive: true }))

const evaluate = (...words: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'scripts/evaluate.ts', ...words])

const write = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

const lines = (...records: object[]): string => records.map((record) => JSON.stringify(record)).join('\n')

describe('npm run evaluate', () => {
  test('matches: the marked offer is found by its subject, one that nothing speaks for is not', async () => {
    const offers = [
      { id: 'tablets', text: 'We can send water purification tablets for 5,000 families.' },
      { id: 'trucks', text: 'Ten lorries with drivers, for two months.' },
      { id: 'tutors', text: 'Volunteer mathematics tutors for evening schools.' },
    ]
    const needs = [
      { id: '1', text: 'Families need water purification tablets after the flood.', matches: ['tablets'] },
      { id: '2', text: 'Evening schools ask for mathematics tutors.', matches: ['tablets'] },
    ]
    await write('offers.jsonl', lines(...offers))
    await write('needs.jsonl', lines(...needs))
    expect(await evaluateMatches(folder)).toEqual({
      recallAt5: 0.5,
      recallAt10: 0.5,
      recallAt50: 0.5,
      mrr: 0.5,
      ndcgAt10: 0.5,
      needs: 2,
      offers: 3,
    })
  })

  test('languages: each target by its own subject, in every pair of languages', async () => {
    const targets = {
      ar: ['لقاحات ضد الملاريا', 'الطاقة الشمسية'],
      zh: ['疟疾疫苗', '太阳能'],
      en: ['Vaccines against malaria', 'Solar energy'],
      fr: ['Vaccins contre le paludisme', 'Énergie solaire'],
      ru: ['Вакцины от малярии', 'Солнечная энергия'],
      es: ['Vacunas contra la malaria', 'Energía solar'],
    }
    for (const [language, [first, second]] of Object.entries(targets)) {
      const inside = join(folder, language === 'zh' ? 'zh-Hans' : language)
      await mkdir(inside)
      await writeFile(join(inside, 'global_targets.yml'), `1-1-title: ${first}\n7-1-title: ${second}\n`)
    }
    const pairs = (await evaluateLanguages(folder, () => {})) as Record<string, object>
    expect(Object.keys(pairs)).toHaveLength(30)
    for (const pair of Object.values(pairs)) expect(pair).toEqual({ hitAt1: 1, mrr: 1 })
  })

  test('names: what is alike and what only claims to be', async () => {
    const file = await write(
      'names.jsonl',
      lines(
        { query: 'Ivan Petrov Example', name: 'Иван Петров Example', same: true },
        { query: 'Sunrise Example Bakery', name: 'Northern Example Shipyard', same: true },
        { query: 'Sunrise Example Bakery', name: 'Deep Harbour Mining', same: false },
      ),
    )
    expect(await evaluateNames(file)).toEqual({ recall: 0.5, falsePositiveRate: 0, pairs: 3 })
  })

  test('sdg: goals that a text suggests against those that people gave it', async () => {
    const file = await write(
      'sdg.csv',
      'text,sdg,label\n"Malaria vaccines, and nurses for clinics",3,True\n"Malaria vaccines",14,False\n"Malaria vaccines",14,True\n',
    )
    expect(await evaluateSdg(file)).toEqual({
      accuracy: 0.6667,
      precision: 1,
      recall: 0.5,
      f1: 0.6667,
      rows: 3,
    })
  })

  test('a file that can not be read, and a line that does not fit, are named', async () => {
    await expect(evaluateNames('nowhere.jsonl')).rejects.toThrow(
      /^The file nowhere.jsonl can't be read: ENOENT/,
    )
    const file = await write('bad.jsonl', lines({ query: 'a', name: 'b', same: true }, { query: 'a' }))
    await expect(evaluateNames(file)).rejects.toThrow(
      `${file}, line 2: name: Invalid input: expected string, received undefined`,
    )
  })

  test('prints its figures as one line, and one line of what is wrong', async () => {
    const file = await write('one.jsonl', lines({ query: 'Example Mill', name: 'Example Mill', same: true }))
    expect((await evaluate('names', file)).stdout).toBe('{"recall":1,"falsePositiveRate":0,"pairs":1}\n')
    await expect(evaluate('guesses', '.')).rejects.toMatchObject({
      code: 1,
      stderr: 'Usage: npm run evaluate -- KIND PATH, with KIND one of matches, languages, sdg, names\n',
    })
  })
})
