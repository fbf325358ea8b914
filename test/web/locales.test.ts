import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { languages } from '../../server/web/i18n.ts'

type Tree = { [key: string]: string | Tree }

const folder = new URL('../../views/locales/', import.meta.url)
const namespaces = readdirSync(new URL('en', folder)).map((file) => file.replace('.json', ''))
const codes = languages.map(({ code }) => code)

/** Every sentence of a namespace by its whole key. */
function sentences(language: string, namespace: string): Map<string, string> {
  const tree = JSON.parse(readFileSync(new URL(`${language}/${namespace}.json`, folder), 'utf8')) as Tree
  const under = (branch: Tree, above: string): [string, string][] =>
    Object.entries(branch).flatMap(([name, value]) =>
      typeof value === 'string' ? [[above + name, value]] : under(value, `${above}${name}.`),
    )
  return new Map(under(tree, ''))
}

const pluralForm = /_(zero|one|two|few|many|other)$/
const withoutForm = (key: string) => key.replace(pluralForm, '')
const placeholders = (text = '') => new Set(text.match(/{{\w+}}/g))

describe.each(namespaces)('the words of %s', (namespace) => {
  const english = new Map(
    [...sentences('en', namespace)].map(([key, text]) => [withoutForm(key), text] as const),
  )

  test.each(codes)('are complete in %s', (code) => {
    const keys = new Set([...sentences(code, namespace).keys()].map(withoutForm))
    expect([...keys].sort()).toEqual([...english.keys()].sort())
  })

  test.each(codes)('have every plural form that %s knows', (code) => {
    const keys = [...sentences(code, namespace).keys()]
    const counted = new Set(keys.filter((key) => pluralForm.test(key)).map(withoutForm))
    const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories
    const wanted = [...counted].flatMap((key) => forms.map((form) => `${key}_${form}`))
    expect(wanted.filter((key) => !keys.includes(key))).toEqual([])
  })

  test.each(codes)('are filled in %s only with what English has', (code) => {
    const strangers = [...sentences(code, namespace)].filter(([key, text]) =>
      [...placeholders(text)].some((name) => !placeholders(english.get(withoutForm(key))).has(name)),
    )
    expect(strangers).toEqual([])
  })
})
