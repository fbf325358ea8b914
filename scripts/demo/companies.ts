import type { DemoCompany } from './types.ts'

/** The answers of a company that none of the exclusionary criteria touch. */
const nothingBarred = {
  tobacco: false,
  weapons: false,
  landMinesOrClusterMunitions: false,
  weaponsOfMassDestruction: false,
  pornography: false,
  gambling: false,
  bannedSubstancesOrWildlife: false,
  humanRightsViolations: false,
  forcedLabour: false,
  childLabour: false,
  breastMilkSubstitutes: false,
  alcohol: false,
}

export const demoCompanies: DemoCompany[] = [
  {
    key: 'example-solar',
    name: 'Example Solar Cooperative',
    country: 'DEU',
    description:
      'A cooperative of 140 members that builds solar-powered refrigerators, pumps and small power systems for clinics and farms, and trains the technicians who keep them running.',
    industry: '2819',
    revenueShares: { '2819': 65, '4321': 35 },
    declarations: nothingBarred,
    owners: ['The members of Example Solar Cooperative'],
    formerNames: ['Example Sun Workshop'],
  },
  {
    key: 'shili-cold-chain',
    name: 'Shili Cold Chain and Agricultural Technology (示例冷链与农业科技)',
    country: 'CHN',
    description:
      'Makes medical refrigerators, transport boxes and temperature loggers, and runs a smaller unit for drones that observe crops.',
    industry: '2819',
    revenueShares: { '2819': 72, '2651': 16, '0161': 12 },
    declarations: nothingBarred,
    owners: ['Shili Employees Holding'],
    formerNames: [],
  },
  {
    key: 'exemple-eau',
    name: 'Exemple Eau et Forage',
    country: 'SEN',
    description:
      'Drills and repairs boreholes, lays village water networks and plans drainage in fast-growing towns of West and Central Africa.',
    industry: '4220',
    revenueShares: { '4220': 70, '7110': 30 },
    declarations: nothingBarred,
    owners: ['Fondation Exemple pour l’Eau'],
    formerNames: ['Forages Exemple Frères'],
  },
  {
    key: 'muestra-alimentos',
    name: 'Muestra Alimentos y Bebidas',
    country: 'COL',
    description:
      'A family group with mills, dairies, a brewery and 210 neighbourhood shops; it also sells infant formula, which it declares openly.',
    industry: '1050',
    revenueShares: { '1050': 48, '1061': 14, '4711': 10, '1079': 12, '1103': 16 },
    declarations: { ...nothingBarred, breastMilkSubstitutes: 12, alcohol: 16 },
    owners: ['Grupo Familiar Muestra'],
    formerNames: ['Lácteos Muestra'],
  },
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
    key: 'specimen-pharma',
    name: 'Specimen Pharmaceuticals',
    country: 'IND',
    description:
      'Produces generic medicines, oral rehydration salts and zinc tablets in two inspected plants.',
    industry: '2100',
    revenueShares: { '2100': 100 },
    declarations: nothingBarred,
    owners: ['Specimen Health Sciences Holding'],
    formerNames: [],
  },
  {
    key: 'contoh-palm',
    name: 'Contoh Palm Estates',
    country: 'IDN',
    description:
      'Grows oil palm on 18,000 hectares with 2,400 outgrowers and presses crude palm oil; it publishes its land titles and its grievance register.',
    industry: '0126',
    revenueShares: { '0126': 55, '1040': 45 },
    declarations: nothingBarred,
    owners: ['Contoh Plantation Holding'],
    formerNames: ['Contoh Agro Lestari'],
    controversies: [{ kind: 'land', severity: 'serious', yearsAgo: 3 }],
  },
  {
    key: 'invented-leaf',
    name: 'Invented Leaf and Trading Group',
    country: 'CHE',
    description:
      'Trades grain, coffee and cotton, rents out warehouses, and earns 30 % of its revenue from the manufacture of tobacco products.',
    industry: '4620',
    revenueShares: { '4620': 45, '1200': 30, '5210': 25 },
    declarations: { ...nothingBarred, tobacco: 30 },
    owners: ['Invented Leaf Family Trust'],
    formerNames: ['Invented Cigar Works'],
  },
  {
    key: 'paradeigma-shipping',
    name: 'Paradeigma Shipping Agency',
    country: 'GRC',
    description:
      'A ship agent with storage sheds in six ports of the Mediterranean and the Red Sea; it clears, stores and forwards cargo.',
    industry: '5229',
    revenueShares: { '5229': 60, '5210': 40 },
    declarations: nothingBarred,
    owners: ['Paradeigma Partners'],
    formerNames: [],
  },
]
