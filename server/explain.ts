import { FolderInUse } from './embedded/lock.ts'
import { Unusable } from './embedded/mongodb/storage/unusable.ts'
import { WrongSetting } from './config.ts'

/** Errors whose message is one line, fit to be shown as it is. */
const speaking = [WrongSetting, FolderInUse, Unusable]

const systemErrors: Record<string, (error: NodeJS.ErrnoException & { port?: number }) => string> = {
  EADDRINUSE: (error) =>
    `The port ${error.port ?? ''} is taken by another program; choose another with PORT=`,
  EACCES: (error) =>
    `No permission for ${error.path ?? `port ${error.port}`}; choose another DATA_DIR or PORT`,
  EPERM: (error) => `No permission for ${error.path}; choose another DATA_DIR`,
  ENOTDIR: (error) => `${error.path} is no folder; choose another DATA_DIR`,
  EEXIST: (error) => `${error.path} is no folder; choose another DATA_DIR`,
  ENOENT: (error) => `${error.path} can't be made; choose another DATA_DIR`,
  EROFS: (error) => `${error.path} can't be written to; choose another DATA_DIR`,
  ENOSPC: () => 'The disk is full',
  ENOTFOUND: (error) => `The host in HOST can't be found (${error.message})`,
  EADDRNOTAVAIL: () => 'The address in HOST is not one of this machine',
}

/** One clear line for what stopped a command; unforeseen errors keep their trace. */
export function explain(error: unknown): string {
  if (speaking.some((kind) => error instanceof kind)) return (error as Error).message
  if (!(error instanceof Error)) return String(error)
  const known = systemErrors[(error as NodeJS.ErrnoException).code ?? '']
  if (known) return known(error)
  if (/ServerSelectionError$/.test(error.name))
    return `The database at MONGODB_URI does not answer: ${error.message}`
  if (error.name === 'MeilisearchRequestError')
    return `The search server at MEILI_HOST does not answer: ${error.message}`
  if (error.name === 'MeilisearchApiError') return `The search server at MEILI_HOST refuses: ${error.message}`
  return error.stack ?? error.message
}
