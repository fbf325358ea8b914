/** What a long command says while it works. */
export interface Report {
  /** a line that was not taken, and why */
  rejected(line: number, reason: string): void
  /** so many lines have been read */
  read(lines: number): void
  /** so many imported postings still wait for their processing */
  waiting(postings: number): void
  /** so many could not be processed for now */
  unprocessed(postings: number): void
}

const pause = 1_000

/** Progress once a second, on standard error. */
export function reportOnErrorOutput(write: (line: string) => void): Report {
  const started = Date.now()
  let last = started
  let most = 0
  const nowAndThen = (say: (seconds: number) => string) => {
    const now = Date.now()
    if (now - last < pause) return
    last = now
    write(say((now - started) / 1_000))
  }
  return {
    rejected: (line, reason) => write(`line ${line}: ${reason}`),
    read: (lines) => nowAndThen((seconds) => `${lines} lines read, ${Math.round(lines / seconds)} a second`),
    waiting(postings) {
      most = Math.max(most, postings)
      nowAndThen(() => `${most - postings} of ${most} postings processed`)
    },
    unprocessed: (postings) =>
      write(`${postings} postings could not be processed yet; a running server tries again`),
  }
}
