import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { connect } from '../../server/connect.ts'
import { admitListener } from '../../server/notifications/admit-listener.ts'
import type { Services } from '../../server/services.ts'

export interface Site {
  url: string
  services: Services
  /** resolves when everything posted so far was screened, indexed, matched and told */
  settled(): Promise<void>
  close(): Promise<void>
}

/** The real application on the embedded servers, in a folder of its own, on a free port. */
export async function openSite(env: Record<string, string> = {}): Promise<Site> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'concord-test-'))
  const settings = {
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    SESSION_SECRET: 'a secret for tests only',
    DEMO: '0',
  }
  const { services, disconnect } = await connect(readConfig({ ...settings, ...env }))
  const server = createServer(createApp(services))
  services.live.attach(server, admitListener(services))
  await services.processing.start()
  services.push.start()
  services.postman.start()
  services.health.started = true
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    services,
    settled: () => services.processing.settled(),
    async close() {
      await services.processing.stop()
      await services.push.stop()
      await services.postman.stop()
      await services.live.close()
      await disconnect()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
