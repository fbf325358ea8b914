import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { demoEmails, seedDemo } from '../scripts/seed-demo.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { connect } from './connect.ts'
import { fileSecret } from './file-secret.ts'
import { admitListener } from './notifications/admit-listener.ts'
import type { Services } from './services.ts'

/** Starts everything in order and stops it gracefully on the first signal. Throws what `explain` can say in a line. */
export async function start(config: Config): Promise<void> {
  const server = createServer(starting)
  await listen(server, config)
  const { services, disconnect } = await connect(config)
  server.off('request', starting).on('request', createApp(services))
  services.live.attach(server, admitListener(services))
  await services.processing.start()
  services.push.start()
  services.postman.start()
  if (config.demo) await seedDemo(services, demoPassword(config))
  services.mailUnread.start()
  services.health.started = true
  greet(server, config)
  stopOnSignal(async () => {
    await services.processing.stop()
    await services.push.stop()
    await services.mailUnread.stop()
    await services.postman.stop()
    await services.live.close()
    await disconnect()
  }, services)
}

/** Until the application stands: alive, not ready. */
const starting: RequestListener = (req, res) => {
  const alive = req.url === '/health/live'
  res.writeHead(alive ? 200 : 503, { 'Content-Type': 'application/json', 'Retry-After': '2' })
  res.end(JSON.stringify({ status: alive ? 'ok' : 'unavailable' }))
}

/** First of all, so that a taken port is said before anything else is touched. */
function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => done())
  })
}

const demoPassword = ({ dataDir }: Config): string => fileSecret(dataDir, 'demo-password')

function greet(server: Server, config: Config): void {
  const { port } = server.address() as AddressInfo
  const address = config.baseUrl.endsWith(':0') ? `http://${config.host}:${port}` : config.baseUrl
  console.log(`Concord is at ${address}`)
  if (!config.demo) return
  console.log(`Demo accounts: ${demoEmails.join(', ')}`)
  console.log(`Password: ${demoPassword(config)}`)
}

function stopOnSignal(stop: () => Promise<void>, { log }: Services): void {
  let stopping = false
  const finish = async () => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), 10_000).unref()
    await stop().catch((error: unknown) => log.error({ err: error }, 'stopping failed'))
    process.exit(0)
  }
  process.on('SIGINT', finish)
  process.on('SIGTERM', finish)
}
