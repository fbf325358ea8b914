import { readConfig } from '../server/config.ts'
import { connect } from '../server/connect.ts'
import type { IndexStatus } from '../server/indexing/index-status.ts'
import { runCommand } from './run-command.ts'

function said(status: IndexStatus): string {
  const { index, documents, database, waiting, oldestSeconds, lastError, wrong } = status
  const lines = [
    `${index}: ${documents ?? 'no'} documents, ${database} in the database`,
    `${waiting} waiting${waiting > 0 ? `, the first for ${oldestSeconds} s` : ''}`,
    wrong ?? 'as it should be',
    ...(lastError ? [`last error at ${lastError.at.toISOString()}: ${lastError.message}`] : []),
  ]
  return `${lines.join('; ')}\n`
}

/** Shows how the search indexes stand to the database and the configuration, and changes nothing. */
async function main(): Promise<boolean> {
  const { services, disconnect } = await connect(readConfig(process.env), { join: true, leaveIndexes: true })
  const statuses = await services.indexing.status()
  await disconnect()
  for (const status of statuses) process.stderr.write(said(status))
  process.stdout.write(`${JSON.stringify({ indexes: statuses })}\n`)
  return statuses.every(({ wrong }) => wrong === null)
}

await runCommand(main)
