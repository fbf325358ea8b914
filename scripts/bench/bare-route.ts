import { readFileSync } from 'node:fs'
import express from 'express'

/** A bare Express route that sends the bytes of a file: the yardstick for a page of the same size. */
const body = readFileSync(process.argv[2] ?? '')
const app = express()
app.get('/', (_req, res) => {
  res.type('html').send(body)
})
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`Bare route at http://127.0.0.1:${typeof address === 'object' && address?.port}/`)
})
process.on('SIGINT', () => process.exit(0))
