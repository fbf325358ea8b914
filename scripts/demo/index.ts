export { demoCompanies } from './companies.ts'
export { demoEntities } from './entities.ts'
export { demoNeeds } from './needs/index.ts'
export { demoOffers } from './offers/index.ts'
export { demoOffices } from './offices.ts'
export { demoWatchlist } from './watchlist.ts'
export type {
  DemoCompany,
  DemoEntity,
  DemoInKind,
  DemoNeed,
  DemoOffer,
  DemoOffice,
  DemoPosting,
  DemoWatchlist,
} from './types.ts'
