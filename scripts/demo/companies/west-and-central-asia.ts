import type { DemoCompany } from '../types.ts'
import { nothingBarred } from './nothing-barred.ts'

export const westAndCentralAsianCompanies: DemoCompany[] = [
  {
    key: 'namouthaj-learning',
    name: 'Namouthaj Digital Learning (نموذج للتعلّم الرقمي)',
    country: 'JOR',
    description:
      'Writes learning software that works without a connection, and links remote schools to the internet by satellite.',
    industry: '6201',
    revenueShares: { '6201': 75, '6130': 25 },
    declarations: nothingBarred,
    owners: ['Namouthaj Founders Partnership'],
    formerNames: [],
  },
  {
    key: 'obrazets-logistics',
    name: 'Obrazets Logistics (Образец Логистика)',
    country: 'KAZ',
    description:
      'Moves goods that must stay cold or arrive on a given day, by road across Central Asia and with partner fleets in East Africa.',
    industry: '4923',
    revenueShares: { '4923': 68, '5229': 32 },
    declarations: nothingBarred,
    owners: ['Obrazets Transport Holding'],
    formerNames: ['Obrazets Autotrans'],
  },

  {
    key: 'ornek-tents',
    name: 'Örnek Çadır ve Tekstil',
    country: 'TUR',
    description:
      'Sews family tents, tarpaulins and blankets to relief specifications and keeps 5,000 tents ready for dispatch.',
    industry: '1392',
    revenueShares: { '1392': 88, '1312': 12 },
    declarations: nothingBarred,
    owners: ['Örnek Ailesi'],
    formerNames: ['Örnek Branda'],
  },
  {
    key: 'mithal-protection',
    name: 'Mithal Protective Services (مثال للحماية)',
    country: 'ARE',
    description:
      'Guards ports, compounds and convoys in 16 countries with 12,000 staff; a tribunal looked into the death of a detainee.',
    industry: '8010',
    revenueShares: { '8010': 100 },
    declarations: nothingBarred,
    owners: ['Mithal Investment House'],
    formerNames: ['Mithal Guards'],
    controversies: [{ kind: 'human-rights', severity: 'severe', yearsAgo: 6 }],
  },
  {
    key: 'primer-caspian-oil',
    name: 'Primer Caspian Oil (Пример Каспий)',
    country: 'AZE',
    description:
      'Produces crude oil and gas offshore and owns the supply boats, helicopters and training tanks that this needs.',
    industry: '0610',
    revenueShares: { '0610': 81, '0620': 19 },
    declarations: nothingBarred,
    owners: ['Primer Energy Fund'],
    formerNames: ['Primer Neft'],
    controversies: [{ kind: 'corruption', severity: 'severe', yearsAgo: 8 }],
  },
  {
    key: 'placeholder-catering',
    name: 'Placeholder Camp Catering',
    country: 'CYP',
    description:
      'Feeds camps and worksites; it declares that a United Nations vendor review has made it ineligible for two years.',
    industry: '5629',
    revenueShares: { '5629': 100 },
    declarations: { ...nothingBarred, unIneligibleVendor: true },
    owners: ['Placeholder Services Cyprus'],
    formerNames: ['Placeholder Rations'],
    controversies: [{ kind: 'corruption', severity: 'serious', yearsAgo: 1 }],
  },
]
