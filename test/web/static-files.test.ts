import { expect, test } from '@jest/globals'
import express from 'express'
import request from 'supertest'
import { assetAddress } from '../../server/web/assets.ts'
import { setUpStaticFiles } from '../../server/web/static-files.ts'

const site = express().use(setUpStaticFiles())

test.each([
  'css/main.css',
  'css/tokens.css',
  'js/main.js',
  'images/mark.svg',
  'bootstrap/css/bootstrap.min.css',
  'bootstrap/css/bootstrap.rtl.min.css',
  'socket.io/socket.io.esm.min.js',
])('%s may be kept for good under its version and is asked for again without', async (file) => {
  const versioned = await request(site).get(assetAddress(file))
  expect([versioned.status, versioned.headers['cache-control']]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ])
  const plain = await request(site).get(`/assets/${file}`)
  expect([plain.status, plain.headers['cache-control']]).toEqual([200, 'public, max-age=0'])
})

test.each([
  '/assets/nothing.css',
  '/assets/',
  '/assets/v-000000000000/css/main.css',
  '/assets/../package.json',
  '/assets/%2e%2e/package.json',
  '/assets/css/..%2f..%2f..%2fpackage.json',
  '/assets/.gitignore',
])('%s is not there', async (address) => {
  expect((await request(site).get(address)).status).toBe(404)
})

test('the versioned sheet of the site holds all that it imports, in order', async () => {
  const { text } = await request(site).get(assetAddress('css/main.css'))
  expect(text).not.toContain('@import')
  const places = ['--paper:', '.site-header {', '.posting-card {', '@page {'].map((part) =>
    text.indexOf(part),
  )
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places).toEqual([...places].sort((one, other) => one - other))
})
