import { startProgram, type Program } from './programs.ts'

/** A running server with the demo accounts. */
export interface Site extends Program {
  url: string
  /** A token of one of the demo accounts. */
  tokenOf(email: string): Promise<string>
  /** Posts through the API and returns the new posting's id. */
  post(side: 'offers' | 'needs', token: string, posting: object): Promise<string>
  /** resident memory, in bytes */
  memory(): Promise<number>
}

/** Starts the server over a data folder and waits until it is ready. */
export async function startSite(dataDir: string): Promise<Site> {
  const program = await startProgram(['server/index.ts'], { DATA_DIR: dataDir, DEMO: '1' }, /Password: \S+\n/)
  const url = /Concord is at (\S+)/.exec(program.printed)?.[1] ?? ''
  const password = /Password: (\S+)/.exec(program.printed)?.[1] ?? ''
  const send = async (path: string, body: object, token?: string): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    })
    if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Record<string, unknown>
  }
  return {
    ...program,
    url,
    tokenOf: async (email) => String((await send('/tokens', { email, password, name: 'bench' })).token),
    post: async (side, token, posting) => String((await send(`/${side}`, posting, token)).id),
    async memory() {
      const metrics = await (await fetch(`${url}/metrics`)).text()
      return Number(/^process_resident_memory_bytes(?:\{.*\})? (\S+)$/m.exec(metrics)?.[1])
    },
  }
}
