import { isIP } from 'node:net'
import { z } from 'zod'
import { fileSecret } from './file-secret.ts'

const url = (protocols: RegExp) => z.url({ protocol: protocols }).optional()

const namedRanges = ['loopback', 'linklocal', 'uniquelocal']

/** A named range, an address or a range as `10.0.0.0/8`. */
const isAddressRange = (text: string): boolean => {
  const [address = '', bits = '0', ...more] = text.split('/')
  const isRange =
    isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)
  return namedRanges.includes(text) || (isRange && more.length === 0)
}

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: url(/^https?$/),
  TRUST_PROXY: z
    .string()
    .default('loopback')
    .transform((text) => text.split(',').map((range) => range.trim()))
    .refine(
      (ranges) => ranges.every(isAddressRange),
      `must name address ranges, or ${namedRanges.join(', ')}`,
    ),
  DATA_DIR: z.string().default('./data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb://')
    .optional(),
  MEILI_HOST: url(/^https?$/),
  MEILI_API_KEY: z.string().optional(),
  REDIS_URL: url(/^rediss?$/),
  SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /./ }).optional(),
  MAIL_FROM: z.email().optional(),
  SESSION_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DEMO: z.enum(['0', '1']).optional(),
})

/** Every setting that there is. */
export const settingNames = Object.keys(environment.shape)

const neededInProduction = ['SESSION_SECRET', 'BASE_URL', 'MONGODB_URI', 'MEILI_HOST'] as const

export interface Config {
  production: boolean
  port: number
  host: string
  /** where people reach the site; decides whether cookies are for TLS only */
  baseUrl: string
  /** whose word on a request's origin counts; throttles go by the address that they name */
  trustedProxies: string[]
  dataDir: string
  mongodbUri?: string
  meiliHost?: string
  /** for the server at `meiliHost`, or the key that the embedded search shall have */
  meiliApiKey?: string
  redisUrl?: string
  /** none: no mail leaves */
  smtpUrl?: string
  /** the address that mails come from */
  mailFrom: string
  sessionSecret: () => string
  logLevel: string
  demo: boolean
}

/** A setting that can't be used. Its message is one line, fit to be shown as it is. */
export class WrongSetting extends Error {}

/** Reads the settings; an empty value counts as not set. Throws `WrongSetting` naming the first wrong one. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(set)
  if (!parsed.success) throw new WrongSetting(firstProblem(parsed.error))
  const production = parsed.data.NODE_ENV === 'production'
  const missing = neededInProduction.filter((name) => !parsed.data[name])
  if (production && missing.length > 0) {
    throw new WrongSetting(`With NODE_ENV=production these settings are needed: ${missing.join(', ')}`)
  }
  return toConfig(parsed.data, production)
}

function toConfig(values: z.infer<typeof environment>, production: boolean): Config {
  const configured = Boolean(values.MONGODB_URI || values.MEILI_HOST)
  const demo = values.DEMO ? values.DEMO === '1' : !configured
  const baseUrl = values.BASE_URL ?? `http://${values.HOST}:${values.PORT}`
  return {
    production,
    port: values.PORT,
    host: values.HOST,
    baseUrl,
    trustedProxies: values.TRUST_PROXY,
    dataDir: values.DATA_DIR,
    mongodbUri: values.MONGODB_URI,
    meiliHost: values.MEILI_HOST,
    meiliApiKey: values.MEILI_API_KEY,
    redisUrl: values.REDIS_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? `no-reply@${new URL(baseUrl).hostname}`,
    sessionSecret: () => values.SESSION_SECRET ?? fileSecret(values.DATA_DIR, 'session-secret'),
    logLevel: values.LOG_LEVEL,
    demo: demo && !production,
  }
}

function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0]
  return `The setting ${issue?.path.join('.')} can't be used: ${issue?.message}`
}
