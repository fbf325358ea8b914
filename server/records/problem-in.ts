const longest = 300

/** What went wrong, in a line that can be kept with the record: for administrators, never for the public. */
export function problemIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/\s+/g, ' ').slice(0, longest)
}
