import { explain } from '../server/explain.ts'

/** What was typed can't be done; the message is one line. */
export class WrongCall extends Error {}

/**
 * Runs a command on the words behind its name and ends the process: with 1 where it returns `false` or fails, and then
 * with a line that says why.
 */
export async function runCommand(command: (words: string[]) => Promise<unknown>): Promise<never> {
  try {
    process.exit((await command(process.argv.slice(2))) === false ? 1 : 0)
  } catch (error) {
    console.error(error instanceof WrongCall ? error.message : explain(error))
    process.exit(1)
  }
}
