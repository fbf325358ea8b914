import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Meilisearch } from 'meilisearch'
import { needsSettings } from '../../search-config/needs.ts'
import { offersSettings } from '../../search-config/offers.ts'
import { startMeilisearch } from '../../server/embedded/meilisearch/index.ts'
import { toIndexDocument, type IndexDocument } from '../../server/postings/index-document.ts'
import { applySettings, createIndex } from '../../server/indexing/index-access.ts'
import type { Posting } from '../../server/postings/posting.ts'

export interface SearchServer {
  client: Meilisearch
  /** Empties both indexes and forgets what the client had asked. */
  clear(): Promise<void>
  put(index: 'offers' | 'needs', documents: IndexDocument[]): Promise<void>
  stop(): Promise<void>
}

/** The embedded search with the product's own settings, in a folder of its own. */
export async function startSearch(): Promise<SearchServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'concord-matching-'))
  const server = await startMeilisearch({ folder, apiKey: 'key' })
  const connect = () => new Meilisearch({ host: server.host, apiKey: 'key' })
  const client = connect()
  const settled = async ({ taskUid }: { taskUid: number }) => {
    const task = await client.tasks.waitForTask(taskUid, { timeout: 20_000, interval: 5 })
    if (task.status !== 'succeeded') throw new Error(task.error?.message)
  }
  for (const [uid, settings] of Object.entries({ offers: offersSettings, needs: needsSettings })) {
    await createIndex(client, uid)
    await applySettings(client, uid, settings)
  }
  const search: SearchServer = {
    client,
    async clear() {
      for (const index of ['offers', 'needs']) await settled(await client.index(index).deleteAllDocuments())
      search.client = connect()
    },
    async put(index, documents) {
      await settled(await client.index(index).addDocuments(documents))
    },
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return search
}

/** As processing indexes an open posting. */
export const indexed = (posting: Posting, fields: Partial<IndexDocument> = {}): IndexDocument => ({
  ...toIndexDocument(posting, { organisationName: 'Example', state: 'open' }),
  ...fields,
})
