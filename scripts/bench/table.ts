const meanings: Record<string, string> = {
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

/** One line a figure, numbers flush right. */
export function printTable(figures: Record<string, number>): void {
  for (const [name, figure] of Object.entries(figures)) {
    console.log(`${String(figure).padStart(10)}  ${meanings[name] ?? name}`)
  }
}
