/** Bytes of replies that may be gathered, or wait for their clients, at a time; over all connections. */
const most = 128 * 1024 * 1024
/** Bytes of a reply that asks nobody. */
const small = 64 * 1024
/** Milliseconds that a client may leave a reply when others need the room. */
const patience = 2000

/** A reply whose documents are being gathered. */
export interface Gathering {
  add(bytes: number): void
  /** Whether it may go on: where there is little room, only the one that began first may. */
  mayGoOn(): boolean
  end(): void
}

/** A client that has not taken its reply. */
interface Reader {
  destroy(): unknown
}

const gatherers = new Set<Gathering>()
const unread = new Map<Reader, { bytes: number; since: number }>()
let gatheredBytes = 0
let unreadBytes = 0

export function gather(): Gathering {
  let gathered = 0
  const gathering: Gathering = {
    add: (bytes) => {
      gathered += bytes
      gatheredBytes += bytes
    },
    mayGoOn: () => {
      if (gathered <= small) return true
      leaveTheSlow()
      if (unreadBytes > most) return false
      return unreadBytes + gatheredBytes <= most || gatherers.values().next().value === gathering
    },
    end: () => {
      gatherers.delete(gathering)
      gatheredBytes -= gathered
    },
  }
  gatherers.add(gathering)
  return gathering
}

/** Notes that a reply of `bytes` waits for its client; gives what is to be called when it is taken. */
export function holdFor(reader: Reader, bytes: number): () => void {
  unread.set(reader, { bytes, since: Date.now() })
  unreadBytes += bytes
  return () => release(reader)
}

/** Where there is no room, clients that leave their reply too long are left themselves. */
function leaveTheSlow(): void {
  if (unreadBytes <= most) return
  for (const [reader, { since }] of unread)
    if (unreadBytes > most && Date.now() - since > patience) {
      release(reader)
      reader.destroy()
    }
}

function release(reader: Reader): void {
  unreadBytes -= unread.get(reader)?.bytes ?? 0
  unread.delete(reader)
}
