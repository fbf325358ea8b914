import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readConfig, settingNames } from '../server/config.ts'

interface Service {
  image?: string
  environment?: Record<string, string>
  depends_on?: Record<string, { condition: string }>
  healthcheck?: object
}

const compose = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>
  configs: Record<string, { content: string }>
  volumes: Record<string, null>
}
const { services } = compose

/** What an installation writes into its `.env`. */
const chosen: Record<string, string> = {
  BASE_URL: 'https://concord.example',
  SESSION_SECRET: 'a secret of the installation',
  MONGO_PASSWORD: 'letters4digits',
  MEILI_MASTER_KEY: 'a key of sixteen bytes',
  SMTP_URL: 'smtps://concord:word@mail.example',
  MAIL_FROM: 'concord@mail.example',
}
const filled = (text: string): string =>
  text.replaceAll(/\$\{(\w+)(?::\?[^}]*)?\}/g, (_, name: string) => chosen[name] ?? `no ${name}`)
const settingsOf = ({ environment = {} }: Service): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(value)]))

test.each(['app-1', 'app-2'])('the process %s starts in production with these settings', (name) => {
  const settings = settingsOf(services[name] as Service)
  expect(Object.keys(settings).filter((setting) => !settingNames.includes(setting))).toEqual([])
  expect(readConfig(settings)).toMatchObject({
    ...{ production: true, demo: false, host: '0.0.0.0', port: 3000 },
    ...{ baseUrl: 'https://concord.example', meiliHost: 'http://meilisearch:7700' },
    mongodbUri: 'mongodb://concord:letters4digits@mongodb:27017/concord?authSource=admin',
  })
})

test('whatever a process is told to reach is a service here, waited for until it is healthy', () => {
  const app = services['app-1'] as Service
  const hosts = Object.values(settingsOf(app)).flatMap(
    (value) => /(?:\/\/|@)(\w+):\d+/.exec(value)?.[1] ?? [],
  )
  expect(hosts.sort()).toEqual(['meilisearch', 'mongodb', 'redis'])
  for (const host of hosts) {
    expect(app.depends_on?.[host]).toEqual({ condition: 'service_healthy' })
    expect(services[host]?.healthcheck).toBeDefined()
  }
})

test('the proxy sends to both processes, and the same reader to the same one', () => {
  const { content } = compose.configs.caddyfile as { content: string }
  expect(content).toMatch(/reverse_proxy app-1:3000 app-2:3000/)
  expect(content).toMatch(/lb_policy cookie/)
})

test('no secret stands in the file, and every image names its version', () => {
  const text = readFileSync('compose.yaml', 'utf8')
  expect(text.match(/^ +\w*(PASSWORD|SECRET|KEY): (?!\$\{)/gm)).toBeNull()
  const images = Object.values(services).flatMap(({ image }) => image ?? [])
  expect(images.filter((image) => image !== 'concord' && !/:v?\d/.test(image))).toEqual([])
})
