import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readConfig } from '../../server/config.ts'
import { connect } from '../../server/connect.ts'
import { apiClient, type ApiClient } from '../support/api-client.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

const postings = 200
const kills = 8
let folder: string
let server: ServerProcess | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'concord-crash-'))
})
afterAll(async () => {
  await server?.kill()
  await rm(folder, { recursive: true, force: true })
})

interface Clients {
  company: ApiClient
  office: ApiClient
}

async function start(): Promise<Clients> {
  server = await startServer({ DATA_DIR: folder })
  const password = /^Password: (\S+)$/m.exec(server.printed())?.[1]
  const { url } = server
  const signIn = async (who: string) => {
    const { body } = await apiClient(url).post('/tokens', {
      email: `${who}@demo.example`,
      password,
      name: 'crash',
    })
    return apiClient(url, body.token)
  }
  return { company: await signIn('company'), office: await signIn('office') }
}

const subjects = [
  'boreholes',
  'latrines',
  'libraries',
  'beehives',
  'fishing boats',
  'bakeries',
  'wheelchairs',
  'bridges',
]

/** An offer and a need in turn, about a subject that some others share. */
const posting = (number: number) => {
  const subject = subjects[Math.floor(number / 2) % subjects.length]
  return {
    language: 'en',
    contributionTypes: ['expertise'],
    sdgs: [6],
    countries: ['KEN'],
    title: `Engineers who repair ${subject}, group ${number}`,
    description: `Engineers repair ${subject} in villages and train people to look after their ${subject}.`,
  }
}

/** Posts until acknowledged or the server is gone; the key makes a repeat harmless. */
async function post(number: number, { company, office }: Clients): Promise<boolean> {
  const key = { 'idempotency-key': `posting-${number}` }
  const send =
    number % 2 === 0
      ? company.post('/offers', posting(number), key)
      : office.post('/needs', posting(number), key)
  return send.then(
    ({ status }) => status === 201,
    () => false,
  )
}

async function postSome(numbers: number[], clients: Clients): Promise<number[]> {
  const acknowledged = await Promise.all(
    numbers.map(async (number) => ((await post(number, clients)) ? [number] : [])),
  )
  return acknowledged.flat()
}

test('killed at random instants, every posting is screened and matched, every offer told, and nothing twice', async () => {
  const waiting = new Set(Array.from({ length: postings }, (_, number) => number))
  for (let round = 0; round < kills; round++) {
    const clients = await start()
    if (round === 0) {
      const firstNeeds = subjects.map((_, index) => 2 * index + 1)
      for (const number of await postSome(firstNeeds, clients)) waiting.delete(number)
      await untilIdle()
    }
    const share = [...waiting].slice(0, Math.ceil(postings / kills))
    const posted = postSome(share, clients)
    await new Promise((done) => setTimeout(done, 50 + Math.random() * 900))
    await server?.kill()
    for (const number of await posted) waiting.delete(number)
  }
  const clients = await start()
  for (const number of await postSome([...waiting], clients)) waiting.delete(number)
  expect([...waiting]).toEqual([])
  await untilIdle()
  await server?.interrupt()
  server = undefined

  const { services, disconnect } = await connect(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'error' }))
  const collection = (name: string) => services.connection.collection(name)
  const group = { title: /^Engineers who repair .*, group \d+$/ }
  const offers = await collection('offers').find(group).toArray()
  const needs = await collection('needs').find(group).toArray()
  expect([offers.length, needs.length]).toEqual([postings / 2, postings / 2])
  expect(new Set([...offers, ...needs].map(({ title }) => title)).size).toBe(postings)
  expect(offers.filter(({ screening }) => screening?.verdict !== 'cleared')).toEqual([])
  expect([...offers, ...needs].filter(({ work }) => work.dueAt || work.token || !work.done)).toEqual([])
  expect([...offers, ...needs].filter(({ effects }) => effects.length > 0)).toEqual([])

  const office = await services.accounts.credentials('office@demo.example')
  const told = await collection('notifications')
    .find({ recipientId: office?.id, kind: 'match-found' })
    .toArray()
  const ids = [...offers, ...needs].map(({ _id }) => String(_id))
  const concerned = new Set(told.flatMap(({ offerId, needId }) => [offerId, needId]))
  // A need that came before every offer had nobody to ring for; each offer found a need.
  expect(offers.filter(({ _id }) => !concerned.has(String(_id)))).toEqual([])
  expect(new Set(told.map(({ source }) => source)).size).toBe(told.length)
  expect(new Set(told.map(({ arrival }) => arrival)).size).toBe(told.length)

  const matches = await collection('matches')
    .find({ offerId: { $in: ids } })
    .toArray()
  expect(new Set(matches.map(({ offerId, needId }) => `${offerId} ${needId}`)).size).toBe(matches.length)
  expect(ids.filter((id) => !matches.some(({ offerId, needId }) => offerId === id || needId === id))).toEqual(
    [],
  )
  const audits = await collection('audit')
    .find({ 'record.id': { $in: ids } })
    .toArray()
  expect(audits).toHaveLength(postings)
  await disconnect()
}, 480_000)

async function untilIdle(): Promise<void> {
  const url = `${server?.url}/metrics`
  for (let quiet = 0; quiet < 3;) {
    await new Promise((done) => setTimeout(done, 500))
    const due = /^concord_postings_due (\d+)$/m.exec(await (await fetch(url)).text())?.[1]
    quiet = due === '0' ? quiet + 1 : 0
  }
}
