import { CommandError } from '../errors.ts'

/** Commands in one transaction; more would make the first wait for the last. */
const largestGroup = 256

export interface GroupCommit {
  /**
   * Runs `work` inside a write transaction, together with what else waits, and resolves once it is on disk.
   * A CommandError is `work`'s own answer: what it wrote before stays. Any other error undoes all it wrote.
   */
  write<T>(work: () => T): Promise<T>
  /** Resolves once nothing waits any more. */
  settled(): Promise<void>
  /** Called at the end of each transaction, inside it. */
  beforeCommit(action: () => void): void
  /** Called after a transaction was undone. */
  afterAbort(action: () => void): void
}

interface Job {
  work(): unknown
  resolve(value: never): void
  reject(error: unknown): void
}

type Outcome = { value: unknown } | { error: CommandError }

export function groupCommit(transact: (work: () => Outcome[]) => Outcome[]): GroupCommit {
  const waiting: Job[] = []
  const before: (() => void)[] = []
  const aborted: (() => void)[] = []
  let scheduled = false

  function schedule(): void {
    if (scheduled || waiting.length === 0) return
    scheduled = true
    setImmediate(commitNext)
  }

  function commitNext(): void {
    scheduled = false
    commit(waiting.splice(0, largestGroup))
    schedule()
  }

  function commit(jobs: readonly Job[]): void {
    try {
      const outcomes = transact(() => {
        const results = jobs.map(outcomeOf)
        for (const action of before) action()
        return results
      })
      jobs.forEach((job, index) => settle(job, outcomes[index] as Outcome))
    } catch (error) {
      for (const action of aborted) action()
      retryAlone(jobs, error)
    }
  }

  /** One that failed beyond its own answer has undone its neighbours' work too: each goes again by itself. */
  function retryAlone(jobs: readonly Job[], error: unknown): void {
    if (jobs.length === 1) jobs[0]?.reject(error)
    else for (const job of jobs) commit([job])
  }

  function write<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve, reject })
      schedule()
    })
  }

  return {
    write,
    settled: () => write(() => undefined),
    beforeCommit: (action) => void before.push(action),
    afterAbort: (action) => void aborted.push(action),
  }
}

function outcomeOf(job: Job): Outcome {
  try {
    return { value: job.work() }
  } catch (error) {
    if (error instanceof CommandError) return { error }
    throw error
  }
}

function settle(job: Job, outcome: Outcome): void {
  if ('error' in outcome) job.reject(outcome.error)
  else job.resolve(outcome.value as never)
}
