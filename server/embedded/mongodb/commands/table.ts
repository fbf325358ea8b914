import { aggregate } from './aggregate.ts'
import { bulkWrite } from './bulk-write.ts'
import { drop, dropDatabase, listCollections, listDatabases } from './collection-commands.ts'
import { collMod } from './collection-modification.ts'
import { count } from './count.ts'
import { create } from './create.ts'
import { getMore, killCursors } from './cursor-commands.ts'
import { deleteCommand } from './delete.ts'
import { diagnostics } from './diagnostics.ts'
import { distinct } from './distinct.ts'
import { findAndModify } from './find-and-modify.ts'
import { explain } from './explain.ts'
import { find } from './find.ts'
import { hello } from './hello.ts'
import { createIndexes, dropIndexes, listIndexes } from './index-commands.ts'
import { insert } from './insert.ts'
import { renameCollection } from './rename-collection.ts'
import { refused } from './refused.ts'
import type { Command } from './request.ts'
import { sessionCommands } from './session-commands.ts'
import { collStats, dbStats } from './statistics.ts'
import { update } from './update.ts'
import { validate } from './validate.ts'

/** Every command that there is, by its name. */
export const commands: Record<string, Command> = {
  hello: hello('isWritablePrimary'),
  isMaster: hello('ismaster'),
  ismaster: hello('ismaster'),
  ...diagnostics,
  ...sessionCommands,
  ...refused,
  create,
  collMod,
  collStats,
  dbStats,
  dbstats: dbStats,
  renameCollection,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
  createIndexes,
  dropIndexes,
  listIndexes,
  insert,
  update,
  delete: deleteCommand,
  findAndModify,
  findandmodify: findAndModify,
  find,
  getMore,
  killCursors,
  count,
  aggregate,
  bulkWrite,
  explain,
  validate,
  distinct,
}
