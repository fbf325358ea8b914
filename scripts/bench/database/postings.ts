import mongoose from 'mongoose'

/** A posting's fields as the application stores them, with the three kinds of indexes that postings have. */
export interface BenchPosting {
  _id: mongoose.Types.ObjectId
  reference: string
  status: string
  title: string
  description: string
  language: string
  contributionTypes: string[]
  sdgs: number[]
  sdgTargets: string[]
  countries: string[]
  quantity: { amount: number; unit: string }
  value: { amount: number; currency: string }
  work: { attempts: number; quiet: boolean }
  createdAt: Date
  updatedAt: Date
  publishedAt: Date
  revision: number
}

const schema = new mongoose.Schema<BenchPosting>(
  {
    reference: { type: String, unique: true },
    status: String,
    title: String,
    description: String,
    language: String,
    contributionTypes: [String],
    sdgs: [Number],
    sdgTargets: [String],
    countries: { type: [String], index: true },
    quantity: { type: { amount: Number, unit: String }, _id: false },
    value: { type: { amount: Number, currency: String }, _id: false },
    work: { type: { attempts: Number, quiet: Boolean }, _id: false },
    createdAt: Date,
    updatedAt: Date,
    publishedAt: Date,
    revision: Number,
  },
  { autoIndex: false, autoCreate: false, versionKey: false },
)
schema.index({ status: 1, createdAt: -1 })

export type Postings = mongoose.Model<BenchPosting>

export const postingsOn = (connection: mongoose.Connection): Postings =>
  connection.model('Posting', schema, 'postings')

const countries = 'KEN PER SEN JOR NPL UGA TZA GHA ECU BGD VNM MDG TJK HTI FJI MOZ ETH COL EGY PAK'.split(' ')
const statuses = ['open', 'open', 'open', 'held', 'draft', 'closed', 'expired', 'withdrawn']
const words =
  'solar pumps for rural clinics and schools with training of local staff, spare parts and a year of advice in '

export const idOf = (number: number): mongoose.Types.ObjectId =>
  new mongoose.Types.ObjectId(number.toString(16).padStart(24, '0'))

export const referenceOf = (number: number): string => `O-2026-${String(number).padStart(7, '0')}`

/** The posting of a number, the same on every run; about 2 KB of BSON. */
export function posting(number: number): BenchPosting {
  const country = (step: number) => countries[(number * 7 + step * 3) % countries.length] ?? ''
  const createdAt = new Date(1_700_000_000_000 + ((number * 7_919) % 100_003) * 60_000)
  return {
    _id: idOf(number),
    reference: referenceOf(number),
    status: statuses[number % statuses.length] ?? '',
    title: `Lot ${number}: ${words.slice(number % 40, 80)}`,
    description: words.repeat(14) + country(0),
    language: 'en',
    contributionTypes: ['goods', 'expertise'],
    sdgs: [1 + (number % 17), 1 + ((number * 5) % 17)],
    sdgTargets: ['7.1', '3.8'],
    countries: [country(0), country(1), country(2)],
    quantity: { amount: number % 500, unit: 'pieces' },
    value: { amount: (number * 37) % 100_000, currency: 'USD' },
    work: { attempts: 1, quiet: number % 2 === 0 },
    createdAt,
    updatedAt: createdAt,
    publishedAt: createdAt,
    revision: 1,
  }
}
