import { z } from 'zod'
import { allClasses, isIndustry } from '../vocabulary/industries.ts'
import { isCountry } from '../vocabulary/places.ts'
import { declaredTopics } from './declared.ts'

const longestLine = 160
const mostLines = 20

/** One entry a line; empty lines count for nothing. */
const lines = z
  .string()
  .max(4_000)
  .default('')
  .transform((text) => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean))
  .pipe(z.array(z.string().max(longestLine)).max(mostLines))

/** What a company says of itself, at its registration and on its profile alike. */
export const companyShape = {
  company: z.string().min(2).max(160),
  country: z.string().refine(isCountry, 'common:form.errors.choice'),
  industry: z
    .string()
    .refine((code) => isIndustry(code) && allClasses().includes(code), 'common:form.errors.choice'),
  description: z.string().max(2_000).optional(),
  website: z
    .url({ protocol: /^https?$/, hostname: z.regexes.domain })
    .max(300)
    .optional(),
  formerNames: lines,
  owners: lines,
  applying: z.array(z.enum(declaredTopics)).default([]),
  globalCompact: z.literal('yes').optional(),
}

export const companyLists = ['applying'] as const
