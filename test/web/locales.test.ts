import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { languages } from '../../server/web/i18n.ts'

type Tree = { [key: string]: string | Tree }

const read = (language: string): Tree =>
  JSON.parse(readFileSync(new URL(`../../views/locales/${language}/common.json`, import.meta.url), 'utf8'))

/** Plural forms differ between languages: a key is compared without its form. */
function sentences(tree: Tree, above = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = `${above}${name.replace(/_(zero|one|two|few|many|other)$/, '')}`
    return typeof value === 'string' ? [[key, value] as [string, string]] : sentences(value, `${key}.`)
  })
}

const keys = (language: string) => new Set(sentences(read(language)).map(([key]) => key))
const english = new Map(sentences(read('en')))
const placeholders = (text = '') => new Set(text.match(/{{\w+}}/g))

test.each(languages.map(({ code }) => code))('the common words are complete in %s', (code) => {
  expect([...keys(code)].sort()).toEqual([...english.keys()].sort())
})

test.each(languages.map(({ code }) => code))(
  'sentences in %s are filled only with what English has',
  (code) => {
    const strangers = sentences(read(code)).filter(([key, text]) =>
      [...placeholders(text)].some((name) => !placeholders(english.get(key)).has(name)),
    )
    expect(strangers).toEqual([])
  },
)
