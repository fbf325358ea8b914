/** Hears, in a sentence, how far a long piece of work is. */
export type Tell = (progress: string) => void

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
