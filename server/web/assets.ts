import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const packageFile = (name: string) => require.resolve(`${name}/package.json`)
const libraryFolder = (name: string) => path.dirname(packageFile(name))
/** Our own sheets, scripts and images. */
export const publicFolder = fileURLToPath(new URL('../../public', import.meta.url))

/** What is served below `/assets`, by the path in front of it; an earlier folder wins. */
export const assetFolders: readonly { at: string; folder: string }[] = [
  { at: '/bootstrap', folder: path.join(libraryFolder('bootstrap'), 'dist') },
  { at: '/socket.io', folder: path.join(libraryFolder('socket.io'), 'client-dist') },
  { at: '', folder: publicFolder },
]

const version = digestOf(publicFolder)

/** Address that changes with the content of our files, so that browsers may keep it for good. */
export const assetAddress = (file: string): string => `/assets/${version}/${file}`

export const isCurrentVersion = (text: unknown): boolean => text === version

function digestOf(folder: string): string {
  const hash = createHash('sha256')
  for (const name of ['bootstrap', 'socket.io']) hash.update(readFileSync(packageFile(name)))
  for (const file of filesIn(folder)) hash.update(file).update(readFileSync(path.join(folder, file)))
  return `v-${hash.digest('hex').slice(0, 12)}`
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((file) => path.relative(folder, path.join(file.parentPath, file.name))).sort()
}
