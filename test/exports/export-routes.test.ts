import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import compression from 'compression'
import express from 'express'
import { exportRoutes } from '../../server/exports/export-routes.ts'
import { createExportThrottle } from '../../server/exports/export-throttle.ts'
import type { Exportable, RowPage } from '../../server/exports/exportable.ts'
import type { Problem } from '../../server/web/problem.ts'

type Find = Exportable<number>['find']

/** A search that finds numbers, in as many pages as `find` says. */
const numbers = (find: Find): Exportable<number> => ({
  path: '/numbers',
  addressOf: () => '/numbers?q=all',
  titleOf: () => 'Numbers',
  find,
  columnsFor: () => [{ name: 'number', valueOf: (number) => number }],
  itemOf: (number) => ({ number }),
  entryOf: (number) => ({
    ...{ key: `number:${number}`, title: `Number ${number}`, language: 'en', path: `/numbers/${number}` },
    ...{ author: 'Nobody', published: new Date(0), updated: new Date(0), summary: [], categories: [] },
  }),
})

/** A page of 250 numbers that ends with the one before `next`. */
const page = (next: number, total: number): RowPage<number> => ({
  rows: Array.from({ length: 250 }, (_, index) => next - 250 + index),
  total,
  next: next < total ? String(next) : null,
})
const upTo =
  (total: number): Find =>
  async (_parameters, _limit, cursor = '0') =>
    page(Number(cursor) + 250, total)

async function serve(find: Find, use: (url: string) => Promise<void>): Promise<void> {
  const app = express()
  const config = { baseUrl: 'https://concord.example' }
  const clock = { now: () => new Date('2027-03-01T10:00:00Z') }
  app.use(compression(), (req, _res, next) => {
    req.language = 'en'
    next()
  })
  app.use(exportRoutes(numbers(find), { exportThrottle: createExportThrottle(), config, clock }))
  app.use(((error: Problem, _req, res, next) => {
    if (res.headersSent) return next(error)
    res.status(error.status).set(error.headers).send(error.detail)
  }) satisfies express.ErrorRequestHandler)
  app.set('env', 'test')
  const server = createServer(app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
}

test('all pages are one file, with every row once and in order', async () => {
  await serve(upTo(1_000), async (url) => {
    const answer = await fetch(`${url}/numbers.csv`)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=numbers-2027-03-01.csv')
    const lines = (await answer.text()).split('\r\n')
    expect([lines.length, lines[1], lines[1_000], lines[1_001]]).toEqual([1_002, '0', '999', ''])
  })
})

test('a longer result is cut, and name, headers and file say where', async () => {
  await serve(upTo(6_000), async (url) => {
    const table = await fetch(`${url}/numbers.csv`)
    expect(table.headers.get('content-disposition')).toContain('numbers-2027-03-01-first-5000.csv')
    expect([table.headers.get('x-total-count'), table.headers.get('x-row-limit')]).toEqual(['6000', '5000'])
    expect((await table.text()).trimEnd().split('\r\n')).toHaveLength(5_001)
    const { items, ...head } = JSON.parse(await (await fetch(`${url}/numbers.json`)).text())
    expect(head).toEqual({
      generatedAt: '2027-03-01T10:00:00.000Z',
      query: { q: 'all' },
      total: 6_000,
      limit: 5_000,
    })
    expect([items.length, items[4_999]]).toEqual([5_000, { number: 4_999 }])
  })
})

test('a search that is away gives a sentence and no file', async () => {
  await serve(
    async () => null,
    async (url) => {
      for (const ending of ['csv', 'json', 'atom']) {
        const answer = await fetch(`${url}/numbers.${ending}`)
        expect([ending, answer.status, answer.headers.get('content-disposition')]).toEqual([
          ending,
          503,
          null,
        ])
        expect(await answer.text()).toMatch(/search does not answer/)
      }
    },
  )
})

test.each(['csv', 'json'])(
  'a search that goes away midway breaks the %s off, so that nobody takes it for whole',
  async (ending) => {
    let asked = 0
    const failing: Find = async () => (asked++ === 0 ? page(250, 1_000) : null)
    await serve(failing, async (url) => {
      await expect(fetch(`${url}/numbers.${ending}`).then((answer) => answer.text())).rejects.toThrow()
    })
  },
)

test('thirty files in five minutes are enough; feeds may be looked at more often', async () => {
  await serve(upTo(250), async (url) => {
    const statusOf = async (ending: string) => (await fetch(`${url}/numbers.${ending}`)).status
    for (let count = 0; count < 30; count += 1) expect(await statusOf('csv')).toBe(200)
    const refused = await fetch(`${url}/numbers.json`)
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect(await statusOf('atom')).toBe(200)
  })
})
