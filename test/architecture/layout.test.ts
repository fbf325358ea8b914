import { readdirSync } from 'node:fs'
import { root } from './sources.ts'

test('the top level holds the rooms that a newcomer expects and no others', () => {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => !['node_modules', 'data', 'coverage'].includes(name))
  expect(folders.sort()).toEqual(['public', 'scripts', 'search-config', 'server', 'test', 'views'])
})

test('there is no home for what belongs nowhere', () => {
  const names = ['server', 'scripts', 'test', 'public', 'views'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }),
  )
  expect(names.filter((name) => /(^|\/)(utils?|helpers?\.ts|misc|common\.ts)(\/|$|\.)/.test(name))).toEqual(
    [],
  )
})
