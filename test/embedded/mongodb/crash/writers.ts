import { type AnyBulkWriteOperation, type Collection, MongoServerError } from 'mongodb'

export interface Crate {
  _id: string
  code: string
  tags: string[]
  version: number
}

/** What a crate may be after a crash: `undefined` where it may be gone. */
type State = Crate | undefined

/** What is known of the crates: what was acknowledged, and what was asked when the server went away. */
export interface Ledger {
  acknowledged: Map<string, State>
  /** Crates that a write without an answer would have changed; those of one group all or none. */
  pending: { all: boolean; changes: Map<string, State> }[]
  writes: number
}

export const createLedger = (): Ledger => ({ acknowledged: new Map(), pending: [], writes: 0 })

const below = (limit: number): number => Math.floor(Math.random() * limit)
const tagsOf = (): string[] => Array.from({ length: below(4) }, () => `tag ${below(12)}`)

let ids = 0
const newCrate = (writer: string): Crate => {
  const _id = `${writer} ${++ids}`
  return { _id, code: `code of ${_id}`, tags: tagsOf(), version: 1 }
}

interface Write {
  /** Whether it is one command, and so happens wholly or not at all. */
  all: boolean
  changes: Map<string, State>
  run(): Promise<unknown>
}

/** Writes one thing after the other, each among the writer's own crates, until the server is gone. */
export async function keepWriting(crates: Collection<Crate>, writer: string, ledger: Ledger): Promise<void> {
  for (;;) {
    const own = [...ledger.acknowledged.values()].filter((crate) =>
      crate?._id.startsWith(`${writer} `),
    ) as Crate[]
    const { all, changes, run } = choose(crates, writer, own)
    try {
      await run()
      for (const [id, state] of changes) ledger.acknowledged.set(id, state)
      ledger.writes++
    } catch (error) {
      if (error instanceof MongoServerError && error.code === 11000) continue
      ledger.pending.push({ all, changes })
      return
    }
  }
}

function choose(crates: Collection<Crate>, writer: string, own: readonly Crate[]): Write {
  const some = own[below(own.length)]
  if (!some || own.length < 10)
    return insertMany(
      crates,
      Array.from({ length: 5 }, () => newCrate(writer)),
    )
  const kinds = [
    () => insertOne(crates, newCrate(writer)),
    () => insertOne(crates, { ...newCrate(writer), code: `wanted by all ${below(50)}` }),
    () => updateOne(crates, some),
    () => updateOne(crates, some),
    () => findOneAndUpdate(crates, some),
    () => deleteOne(crates, some),
    () => bulkWrite(crates, newCrate(writer), some, own[below(own.length)] as Crate),
    () =>
      own.length > 60 ? deleteOne(crates, some) : insertMany(crates, [newCrate(writer), newCrate(writer)]),
  ]
  return (kinds[below(kinds.length)] as () => Write)()
}

const to = (...states: [string, State][]): Map<string, State> => new Map(states)

function insertOne(crates: Collection<Crate>, crate: Crate): Write {
  return { all: true, changes: to([crate._id, crate]), run: () => crates.insertOne(crate) }
}

function insertMany(crates: Collection<Crate>, many: Crate[]): Write {
  return {
    all: true,
    changes: to(...many.map((one): [string, State] => [one._id, one])),
    run: () => crates.insertMany(many),
  }
}

function updateOne(crates: Collection<Crate>, crate: Crate): Write {
  const next = { ...crate, tags: tagsOf(), version: crate.version + 1 }
  return {
    all: true,
    changes: to([crate._id, next]),
    run: () => crates.updateOne({ _id: crate._id }, { $set: { tags: next.tags }, $inc: { version: 1 } }),
  }
}

function findOneAndUpdate(crates: Collection<Crate>, crate: Crate): Write {
  const version = crate.version + 1
  const next = {
    ...crate,
    code: `code ${version} of ${crate._id}`,
    tags: [...crate.tags, 'more'].slice(-5),
    version,
  }
  return {
    all: true,
    changes: to([crate._id, next]),
    run: () =>
      crates.findOneAndUpdate(
        { code: crate.code },
        { $set: { code: next.code, tags: next.tags }, $inc: { version: 1 } },
      ),
  }
}

function deleteOne(crates: Collection<Crate>, crate: Crate): Write {
  return { all: true, changes: to([crate._id, undefined]), run: () => crates.deleteOne({ _id: crate._id }) }
}

/** Three commands, one after the other. */
function bulkWrite(crates: Collection<Crate>, fresh: Crate, updated: Crate, removed: Crate): Write {
  const next = { ...updated, version: updated.version + 1 }
  const isSame = updated._id === removed._id
  const operations: AnyBulkWriteOperation<Crate>[] = [
    { insertOne: { document: fresh } },
    { updateOne: { filter: { _id: updated._id }, update: { $inc: { version: 1 } } } },
    ...(isSame ? [] : [{ deleteOne: { filter: { _id: removed._id } } }]),
  ]
  return {
    all: false,
    changes: to(
      [fresh._id, fresh],
      [updated._id, next],
      ...(isSame ? [] : [[removed._id, undefined] as [string, State]]),
    ),
    run: () => crates.bulkWrite(operations),
  }
}
