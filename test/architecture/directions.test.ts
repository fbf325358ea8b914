import { filesIn, importsOf } from './sources.ts'

/** From bottom to top; running code imports from its own folder and from rows below. */
const rows = [
  ['web', 'connections', 'records', 'vocabulary'],
  ['search', 'indexing', 'exports', 'mail', 'charts'],
  ['organisations'],
  ['accounts'],
  ['postings'],
  ['offers', 'needs'],
  ['partnerships', 'notifications'],
  ['screening', 'matching'],
  ['introductions', 'answers', 'reservations', 'registration'],
  ['processing'],
  ['pages', 'admin', 'api', 'countries', 'statistics'],
]
const heightOf = new Map(rows.flatMap((row, height) => row.map((folder) => [folder, height] as const)))

/** Facts that everybody may know: addresses are built once, for all. */
const knownToAll = ['server/paths.ts']

const folderOf = (path: string): string => /^server\/([^/]+)\//.exec(path)?.[1] ?? ''
const server = filesIn('server', '.ts')

test('every folder of the server has its place in the order', () => {
  const folders = new Set(server.map(({ path }) => folderOf(path)))
  expect(
    [...folders].filter((folder) => folder !== '' && folder !== 'embedded' && !heightOf.has(folder)),
  ).toEqual([])
})

test('running code imports only downwards', () => {
  const upwards = server
    .filter(({ path }) => heightOf.has(folderOf(path)))
    .flatMap((file) => importsOf(file).map((target) => ({ from: file.path, to: target })))
    .filter(({ to }) => to.startsWith('server/') && !knownToAll.includes(to))
    .filter(({ from, to }) => folderOf(from) !== folderOf(to))
    .filter(
      ({ from, to }) => (heightOf.get(folderOf(to)) ?? Infinity) >= (heightOf.get(folderOf(from)) ?? -1),
    )
    .map(({ from, to }) => `${from} -> ${to}`)
  expect(upwards).toEqual([])
})

test('the stand-ins import nothing of the application', () => {
  const worlds = ['server/embedded/mongodb', 'server/embedded/meilisearch']
  const strangers = worlds.flatMap((world) =>
    filesIn(world, '.ts').flatMap((file) =>
      importsOf(file)
        .filter(
          (target) => /^(server|search-config|scripts)\//.test(target) && !target.startsWith(`${world}/`),
        )
        .map((target) => `${file.path} -> ${target}`),
    ),
  )
  expect(strangers).toEqual([])
})

/** The same of the embedded database; a query has expressions, and an aggregation queries. */
const databaseRows = [
  ['bson', 'storage'],
  ['query', 'aggregate'],
  ['collections'],
  ['update'],
  ['operations', 'commands'],
  ['wire'],
]

test('the folders of the embedded database import only downwards', () => {
  const world = 'server/embedded/mongodb/'
  const nameOf = (path: string): string => /^([^/]+)\//.exec(path.slice(world.length))?.[1] ?? ''
  const height = (path: string): number => databaseRows.findIndex((row) => row.includes(nameOf(path)))
  const files = filesIn('server/embedded/mongodb', '.ts').filter(({ path }) => nameOf(path) !== '')
  expect(files.filter(({ path }) => height(path) < 0)).toEqual([])
  const upwards = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith(world) && nameOf(target) !== '')
      .filter((target) => height(target) > height(file.path))
      .map((target) => `${file.path} -> ${target}`),
  )
  expect(upwards).toEqual([])
})

test('only stores, schemas and connections touch Mongoose, only routes and what is about HTTP touch Express', () => {
  const mayMongoose = /-(store|schema|work)\.ts$|^server\/(connections|records)\//
  const mayExpress =
    /-routes\.ts$|^server\/(web|api|connections)\/|^server\/(app|routes)\.ts$|(guards|current-account)\.ts$/
  const outside = (name: string, allowed: RegExp) =>
    server
      .filter(({ path }) => !path.startsWith('server/embedded/') && !allowed.test(path))
      .filter((file) => importsOf(file).includes(name))
      .map(({ path }) => path)
  expect(outside('mongoose', mayMongoose)).toEqual([])
  expect(outside('express', mayExpress)).toEqual([])
})

test('the reader of imports sees what runs and leaves aside what is only a type', () => {
  const text =
    "import type { A } from './a.ts'\nimport {\n  b,\n} from '../web/b.ts'\nexport { c } from './c.ts'\nimport 'd'\n"
  expect(importsOf({ path: 'server/needs/need.ts', text, lines: 6 })).toEqual([
    'server/web/b.ts',
    'server/needs/c.ts',
    'd',
  ])
})
