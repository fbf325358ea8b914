import { open } from 'lmdb'

/** A process that has read the folder named on its command line, and stays. */
const environment = open<Buffer, Buffer>({
  path: process.argv[2] as string,
  noSubdir: false,
  readOnly: true,
  maxDbs: 8,
})
const lock = environment.openDB<Buffer, Buffer>({ name: 'lock', keyEncoding: 'binary', encoding: 'binary' })
lock.get(Buffer.from('holder'))
process.stdout.write('reading\n')
setInterval(() => undefined, 1000)
