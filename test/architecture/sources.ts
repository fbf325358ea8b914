import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface SourceFile {
  /** relative to the project, with forward slashes */
  path: string
  text: string
  lines: number
}

/** All files below a folder with one of these endings. */
export function filesIn(folder: string, ...endings: string[]): SourceFile[] {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .map((name) => {
      const text = readFileSync(path.join(root, name), 'utf8')
      return { path: name, text, lines: text.split('\n').length - 1 }
    })
}

const runtimeImport = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm

/** What a file imports at run time: paths relative to the project for its own files, names for packages. */
export function importsOf(file: SourceFile): string[] {
  return [...file.text.matchAll(runtimeImport)].map(([, specifier = '']) =>
    specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file.path), specifier) : specifier,
  )
}
