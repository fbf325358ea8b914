import { readdirSync, readFileSync } from 'node:fs'
import Handlebars from 'handlebars'

const views = new URL('../../views/', import.meta.url)
const attributesOnly = 'components/field-attributes.hbs'
const templates = readdirSync(views, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.hbs') && file !== attributesOnly,
)

interface Node {
  value?: string
  body?: Node[]
  program?: Node
  inverse?: Node
  type: string
}

/** The text between the expressions of a template; of an expression a blank stands in its place. */
const textOf = (node: Node): string => {
  if (node.type === 'ContentStatement') return node.value ?? ''
  const parts = [node.body, node.program?.body, node.inverse?.body].flatMap((body) => body ?? [])
  return parts.length > 0 ? parts.map(textOf).join(' ') : ' '
}

const spoken = /\s(?:aria-label|aria-description|title|placeholder|alt|content)="([^"]*)"/g
const notSaid = ['width=device-width, initial-scale=1', 'light dark']

/** What is written in Latin letters in every language. */
const names = /^(Concord|CSV|JSON|Atom|API|SDG|ISIC Rev\.4)$/

/** Words that a reader of the page would see or hear, whatever the language: none should stand in a template. */
function wordsIn(template: string): string[] {
  const html = textOf(Handlebars.parse(template) as unknown as Node)
  const attributes = [...html.matchAll(spoken)].map(([, value = '']) => value)
  const text = html
    .replaceAll(/<code[\s>].*?<\/code>/gs, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&\w+;/g, ' ')
  return [...attributes, text]
    .filter((one) => !notSaid.includes(one.trim()))
    .flatMap((one) => one.match(/\p{L}{2,}/gu) ?? [])
    .filter((word) => !names.test(word))
}

test('a template with words of its own is noticed', () => {
  expect(wordsIn('<p class="lead">{{#if x}}Some words{{else}}{{t "x"}}{{/if}}</p>')).toEqual([
    'Some',
    'words',
  ])
  expect(wordsIn('<a title="Open it" href="/x">{{t "x"}}</a>')).toEqual(['Open', 'it'])
})

test.each(templates)('%s leaves its words to the locales', (file) => {
  expect(wordsIn(readFileSync(new URL(file, views), 'utf8'))).toEqual([])
})

type Tree = { [key: string]: string | Tree }
const sentencesOf = (tree: Tree, above = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[above + name, value]] : sentencesOf(value, `${above}${name}.`),
  )
const read = (language: string, file: string): Map<string, string> =>
  new Map(sentencesOf(JSON.parse(readFileSync(new URL(`locales/${language}/${file}`, views), 'utf8'))))
const files = readdirSync(new URL('locales/en/', views))

const saysSomething = (text: string): boolean => /\p{L}{2,}/u.test(text.replaceAll(/{{\w+}}/g, ''))
test.each(files)('the Arabic of %s is Arabic', (file) => {
  const foreign = [...read('ar', file)].filter(
    ([, text]) => saysSomething(text) && !names.test(text) && !/\p{Script=Arabic}/u.test(text),
  )
  expect(foreign).toEqual([])
})

/** Words that French and English write alike. */
const alike = new Set(
  'brand concord organisation organisations menu administration points version pages page contribution import construction sources source description conversation message question coordination invitations'.split(
    ' ',
  ),
)
const isAlike = (text: string): boolean =>
  (text.replaceAll(/{{\w+}}/g, '').match(/\p{L}{2,}/gu) ?? []).every((word) => alike.has(word.toLowerCase()))

test.each(files)('the French of %s is not the English', (file) => {
  const english = read('en', file)
  const same = [...read('fr', file)].filter(
    ([key, text]) => text === english.get(key) && !isAlike(text) && !names.test(text),
  )
  expect(same).toEqual([])
})
