import { runProgram } from './programs.ts'

/**
 * The embedded database under Mongoose, in a process of its own, with 100,000 postings and three indexes. `minutes`:
 * how long the mixed load runs over which memory is watched.
 */
export async function benchDatabase(folder: string, minutes: number): Promise<Record<string, number>> {
  const program = ['scripts/bench/database/program.ts', folder, String(minutes)]
  const { printed } = await runProgram(program, {}, (line) => process.stderr.write(line))
  return JSON.parse(printed) as Record<string, number>
}
