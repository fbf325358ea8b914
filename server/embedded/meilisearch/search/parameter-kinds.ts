import { MeilisearchError } from '../errors.ts'
import type { Json } from '../json.ts'
import { unknownValue, wrongType, wrongValue } from '../misfits.ts'
import { locales } from '../settings/locales.ts'

/** What a search parameter may be. */
export type Kind = {
  /** Says what is wrong with a value of a JSON body, undefined where it fits. */
  misfit(value: Json, path: string): string | undefined
  /** Reads the text of a query string. Throws what is wrong with it, as the original says it. */
  read(text: string): Json
}

/** Reads a parameter of a query string; refuses it by its name. */
export function readText(kind: Kind, name: string, text: string, code: string): Json {
  try {
    return kind.read(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new MeilisearchError(code, `Invalid value in parameter \`${name}\`: ${reason}`)
  }
}

const asText = (text: string): Json => text
const asTexts = (text: string): Json => text.split(',').map((part) => part.trim())

export const text: Kind = {
  misfit: (value, path) => (typeof value === 'string' ? undefined : wrongType(path, 'a string', value)),
  read: asText,
}

export const texts: Kind = {
  misfit(value, path) {
    if (!Array.isArray(value)) return wrongType(path, 'an array', value)
    const wrong = value.findIndex((item) => typeof item !== 'string')
    return wrong === -1 ? undefined : wrongType(`${path}[${wrong}]`, 'a string', value[wrong]!)
  },
  read: asTexts,
}

export const flag: Kind = {
  misfit: (value, path) => (typeof value === 'boolean' ? undefined : wrongType(path, 'a boolean', value)),
  read(text) {
    if (text === 'true' || text === 'false') return text === 'true'
    throw new Error(`could not parse \`${text}\` as a boolean, expected either \`true\` or \`false\``)
  },
}

export const count: Kind = {
  misfit: (value, path) =>
    Number.isInteger(value) && (value as number) >= 0
      ? undefined
      : wrongType(path, 'a positive integer', value),
  read(text) {
    if (/^\+?\d+$/.test(text)) return Number(text)
    throw new Error(`could not parse \`${text}\` as a positive integer`)
  },
}

/** A number from 0 to 1. */
export function share(name: string): Kind {
  const reason = `the value of \`${name}\` is invalid, expected a float between \`0.0\` and \`1.0\`.`
  const fits = (number: number) => number >= 0 && number <= 1
  return {
    misfit(value, path) {
      if (typeof value !== 'number') return wrongType(path, 'a number', value)
      return fits(value) ? undefined : wrongValue(path, reason)
    },
    read(text) {
      if (text.trim() !== '' && fits(Number(text))) return Number(text)
      throw new Error(reason)
    },
  }
}

export function oneOf(known: readonly string[]): Kind {
  return {
    misfit(value, path) {
      if (typeof value !== 'string') return wrongType(path, 'a string', value)
      return known.includes(value) ? undefined : unknownValue(path, value, known)
    },
    read: asText,
  }
}

export const languages: Kind = {
  misfit(value, path) {
    const wrong = texts.misfit(value, path)
    if (wrong !== undefined) return wrong
    const unknown = (value as string[]).findIndex((locale) => !locales.includes(locale))
    return unknown === -1
      ? undefined
      : unknownValue(`${path}[${unknown}]`, (value as string[])[unknown]!, locales)
  },
  read: asTexts,
}

/** A filter is looked at when it is read. In a query string an array is written as JSON. */
export const filter: Kind = {
  misfit: () => undefined,
  read(text) {
    try {
      const value: Json = JSON.parse(text)
      return Array.isArray(value) ? value : text
    } catch {
      return text
    }
  },
}
