import { z } from 'zod'
import { readConfig } from '../server/config.ts'
import { connect } from '../server/connect.ts'
import { makeAdministrator } from './administrator/make-administrator.ts'
import { runCommand, WrongCall } from './run-command.ts'

const usage = 'npm run administrator -- EMAIL NAME'
const words = z.object({ email: z.email().max(254), name: z.string().min(1).max(120) })

async function main([email, ...name]: string[]): Promise<void> {
  const parsed = words.safeParse({ email, name: name.join(' ') })
  if (!parsed.success) throw new WrongCall(`Needed are an e-mail address and a name: ${usage}`)
  const { services, disconnect } = await connect(readConfig(process.env), { join: true, leaveIndexes: true })
  try {
    const address = await makeAdministrator(parsed.data, services)
    process.stdout.write(`Choose a password within an hour at ${address}\n`)
  } finally {
    await disconnect()
  }
}

await runCommand(main)
