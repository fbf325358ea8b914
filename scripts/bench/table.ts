import { search } from './search/meanings.ts'

const application: Record<string, string> = {
  postings: 'postings loaded before measuring',
  alertMedianRatio: 'POST to alert, median of 50, to raw search and emit (aim < 5)',
  alertP95Ratio: 'POST to alert, 95th percentile, to raw search and emit',
  alertMedianMilliseconds: 'POST to alert, median, ms',
  alertP95Milliseconds: 'POST to alert, 95th percentile, ms',
  alertYardstickMilliseconds: 'one twelve-query multi-search and one emit, median, ms',
  listingRatio: 'listing page with facets, to a bare route with its bytes',
  listingMilliseconds: 'listing page with facets, median, ms',
  listingYardstickMilliseconds: 'bare Express route with the same bytes, median, ms',
  importedPerSecond: 'postings imported and processed a second',
  memoryMegabytes: 'memory of the server after starting on it, MB',
  startSeconds: 'start on the loaded data, s (aim < 5)',
}

const database: Record<string, string> = {
  insertRatio: 'durable inserts with 50 in flight through Mongoose, to raw LMDB batches of 50 (aim >= 0.2)',
  insertDriverRatio: 'the same through the driver alone',
  insertServerRatio: 'the same in messages without a driver: what the server does',
  insertsPerSecond: 'durable inserts through Mongoose a second',
  rawInsertsPerSecond: 'raw LMDB puts a second, flushed 50 at a time',
  loadedPerSecond: 'documents a second by insertMany of 1,000',
  updatesPerSecond: 'durable updates a second through Mongoose, 50 in flight',
  findByIdRatio: 'find by id, 50 in flight through Mongoose, to LMDB get + echo + decode (aim >= 0.5)',
  findUniqueRatio: 'find by unique index, the same way (aim >= 0.5)',
  findServerRatio: 'find by id in messages without a driver: what the server does',
  findSortedRatio: 'documents of an indexed sort with limit 20 through Mongoose, to the same yardstick',
  findByIdPerSecond: 'find by id through Mongoose a second',
  rawReadsPerSecond: 'LMDB get + echo + decode a second, 50 in flight',
  scanRatio: 'unindexed scan of all, to decoding every document (aim < 2)',
  scanMilliseconds: 'unindexed scan of all, ms',
  stallMilliseconds: 'longest stall of the main loop during it, ms (aim < 50)',
  openMilliseconds: 'opening the store, ms (aim < 100)',
  memoryLoadedMegabytes: 'memory of client and server after loading, MB',
  mixedMinutes: 'minutes of mixed load',
  mixedOperations: 'operations in that time',
  memoryEarlyMegabytes: 'least memory in its second tenth, MB',
  memoryLateMegabytes: 'least memory in its last tenth, MB (aim: no growth)',
}

const meanings: Record<string, Record<string, string>> = { application, database, search }

/** One line a figure, numbers flush right. */
export function printTable(bench: string, figures: Record<string, number>): void {
  console.log(`\n${bench}`)
  for (const [name, figure] of Object.entries(figures))
    console.log(`${String(figure).padStart(10)}  ${meanings[bench]?.[name] ?? name}`)
}
