/** What `serverStatus` tells. */
export interface Tally {
  connections: { size: number; created: number }
  /** How often each command was run, by its name. */
  commands: Map<string, { total: number; failed: number }>
}

export const createTally = (): Tally => ({
  connections: { size: 0, created: 0 },
  commands: new Map(),
})

export function noteCommand({ commands }: Tally, name: string, hasFailed: boolean): void {
  const noted = commands.get(name) ?? { total: 0, failed: 0 }
  noted.total++
  if (hasFailed) noted.failed++
  commands.set(name, noted)
}
