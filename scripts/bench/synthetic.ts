import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** As many as the public records that the project is measured with, and of their size. */
const activities = 16_800
const commitments = 1_800
/** One activity in so many still lacks money and has an end ahead. */
const openEvery = 9

const acts = 'Support Strengthen Expand Improve Pilot Restore Equip Finance Coordinate Monitor'.split(' ')
const things =
  'vaccination,school meals,solar pumps,coastal mangroves,cash transfers,rural clinics,land registers,early warning,' +
  'job training,clean cooking,fish stocks,waste sorting,legal aid,digital health records,seed banks,urban drainage'
const groups =
  'displaced families,smallholder farmers,adolescent girls,persons with disabilities,returnees,fisher communities,' +
  'young entrepreneurs,midwives,district officials,indigenous peoples,informal workers,host communities'
const agencies = 'UNDP UNICEF FAO WHO WFP ILO UNHCR UNFPA UNESCO IOM UNEP UNIDO'.split(' ')
const countries = 'KEN PER SEN JOR NPL UGA TZA GHA ECU BGD VNM MDG TJK HTI FJI MOZ ETH COL EGY PAK'.split(' ')

/** Writes two files that read like the public ones and are the same on every run. */
export async function writeSynthetic(folder: string): Promise<{ unInfo: string; ocean: string }> {
  const paths = { unInfo: join(folder, 'activities.jsonl'), ocean: join(folder, 'commitments.jsonl') }
  await writeFile(paths.unInfo, linesOf(activities, activity))
  await writeFile(paths.ocean, linesOf(commitments, commitment))
  return paths
}

const linesOf = (count: number, line: (number: number) => object): string =>
  Array.from({ length: count }, (_, number) => `${JSON.stringify(line(number))}\n`).join('')

function activity(number: number) {
  const isOpen = number % openEvery === 0
  const year = new Date().getUTCFullYear()
  return {
    id: number,
    agency: pick(agencies, number, 1),
    sdg: null,
    name: `${1 + (number % 4)}.${1 + (number % 3)}.${number % 50} ${sentence(number)}`,
    description: number % 3 === 0 ? null : `${sentence(number + 7)}. ${sentence(number + 13)}.`,
    start: `${year - 2}-01-01`,
    end: isOpen ? `${year + 2}-12-31` : `${year - 1}-12-31`,
    outcome: `Output ${1 + (number % 4)}.1: ${sentence(number + 3)}`,
    required: 500_000,
    available: isOpen ? 200_000 : 500_000,
    countries: [{ iso3: pick(countries, number, 2), name: '' }],
  }
}

function commitment(number: number) {
  const year = new Date().getUTCFullYear() + (number % 2 === 0 ? 2 : -3)
  const paragraph = Array.from({ length: 12 }, (_, step) => `${sentence(number * 5 + step)}.`).join(' ')
  return {
    id: `synthetic-${number}`,
    title: sentence(number),
    description: paragraph,
    entity: `Registrant ${number % 1_200}`,
    entityTypes: ['Private sector'],
    sdgs: [14, 1 + (number % 16)],
    sdg14Targets: ['14.2'],
    resources: [{ type: 'Staff / Technical expertise', details: 'A team' }],
    deliverables: [{ date: `${year}-06-30`, text: sentence(number + 1) }],
    countriesRaw: pick(countries, number, 3),
  }
}

const sentence = (number: number): string =>
  `${pick(acts, number, 4)} ${pick(things.split(','), number, 5)} and ${pick(things.split(','), number, 6)} ` +
  `with ${pick(groups.split(','), number, 7)} in district ${number % 400}`

/** One of a list, scattered by multiplying with a large odd number and taking high bits. */
const pick = (list: string[], number: number, salt: number): string =>
  list[(Math.imul(number + 1, 2_654_435_761 + 2 * salt) >>> 12) % list.length] ?? ''
