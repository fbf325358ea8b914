import type { DemoCompany } from '../types.ts'
import { africanCompanies } from './africa.ts'
import { americanCompanies } from './americas.ts'
import { asianAndPacificCompanies } from './asia-and-the-pacific.ts'
import { europeanCompanies } from './europe.ts'
import { westAndCentralAsianCompanies } from './west-and-central-asia.ts'

/** Sixty companies that do not exist, by the continent of their seat. */
export const demoCompanies: DemoCompany[] = [
  ...africanCompanies,
  ...americanCompanies,
  ...asianAndPacificCompanies,
  ...westAndCentralAsianCompanies,
  ...europeanCompanies,
]
