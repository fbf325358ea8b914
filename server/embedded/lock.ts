import { mkdirSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { rm } from 'node:fs/promises'

/** Somebody else holds the folder. */
export class FolderInUse extends Error {}

/**
 * Holds a folder for this process until released or dead: a listening local socket is the lock, because
 * the system closes it with the process however that ends, so that a stale one is told from a live one.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  mkdirSync(folder, { recursive: true })
  const path = socketPath(folder)
  const server = (await listen(path)) ?? (await replaceStale(path, folder))
  server.unref()
  return { release: () => new Promise((done) => server.close(() => done())) }
}

const socketPath = (folder: string): string => {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24)
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\concord-${name}`
    : join(tmpdir(), `concord-${process.getuid?.() ?? 0}-${name}.lock`)
}

async function replaceStale(path: string, folder: string): Promise<Server> {
  if (await answers(path)) throw new FolderInUse(`The data folder ${folder} is in use by another process`)
  await rm(path, { force: true })
  const server = await listen(path)
  if (!server) throw new FolderInUse(`The data folder ${folder} is in use by another process`)
  return server
}

function listen(path: string): Promise<Server | null> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.end())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(null) : fail(error),
    )
    server.listen(path, () => done(server))
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path, () => done(true))
    socket.once('error', () => done(false))
    socket.once('connect', () => socket.destroy())
  })
}
