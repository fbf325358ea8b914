import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { RequestHandler } from 'express'
import { publicFolder } from './assets.ts'

const folder = path.join(publicFolder, 'css')

/** `main.css` with the sheets that it imports in their places: a browser asks once instead of for each. */
function sheetOfSite(): string {
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8')
  return read('main.css').replaceAll(/@import url\('([\w-]+\.css)'\);/g, (_line, name: string) => read(name))
}

/** Answers with the joined sheet. `cacheControl`: the header's value. */
export function sendSheet(cacheControl: string): RequestHandler {
  const sheet = sheetOfSite()
  return (_req, res) => void res.type('css').set('Cache-Control', cacheControl).send(sheet)
}
