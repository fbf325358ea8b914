import express, { Router } from 'express'
import { assetFolders, isCurrentVersion } from './assets.ts'
import { sendSheet } from './style-sheet.ts'

const options = { index: false, redirect: false, fallthrough: true } as const

/**
 * Serves `/assets/...`: our `public/`, Bootstrap and the socket client. The addresses that pages use carry a
 * version in their path, so relative imports between modules are versioned with them; such an answer never
 * changes, and its sheet is joined into one. Without the version a browser asks again each time.
 */
export function setUpStaticFiles(): Router {
  const versioned = Router().get('/css/main.css', sendSheet('public, max-age=31536000, immutable'))
  versioned.use(foldersWith({ ...options, maxAge: '1y', immutable: true }))
  const plain = foldersWith({ ...options, maxAge: 0 })
  const assets = Router()
  assets.use('/:version', (req, res, next) =>
    isCurrentVersion(req.params.version) ? versioned(req, res, next) : next(),
  )
  return Router().use('/assets', assets, plain, (_req, res) => void res.sendStatus(404))
}

function foldersWith(settings: Parameters<typeof express.static>[1]): Router {
  const router = Router()
  for (const { at, folder } of assetFolders) router.use(at || '/', express.static(folder, settings))
  return router
}
