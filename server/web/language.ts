import type { Request, RequestHandler } from 'express'
import type { TFunction } from 'i18next'
import { addressWith } from './address.ts'
import { directionOf, fallbackLanguage, isSpoken, languages } from './i18n.ts'
import type { Translations } from './i18n.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** of the interface: `en`, `fr` or `ar` */
    language: string
    t: TFunction
  }
}

const year = 365 * 24 * 60 * 60 * 1000

/**
 * Chooses the page's language: `?lang=` (kept in a cookie of the same name as long as a year), then what
 * `preferred` knows of the person, then what the browser asks for, then English.
 */
export function setUpLanguage(
  translations: Translations,
  preferred: (req: Request) => string | undefined,
): RequestHandler {
  return (req, res, next) => {
    const asked = [req.query.lang].flat().find((code) => typeof code === 'string')
    if (isSpoken(asked)) res.cookie('lang', asked, { maxAge: year, sameSite: 'lax' })
    const language = [asked, cookieOf(req), preferred(req), browserOf(req)].find(isSpoken) ?? fallbackLanguage
    req.language = language
    req.t = translations.translator(language)
    res.set('Content-Language', language).vary('Accept-Language').vary('Cookie')
    Object.assign(res.locals, localsOf(req))
    next()
  }
}

function localsOf({ language, t, originalUrl }: Request) {
  const choices = languages.map((choice) => ({
    ...choice,
    current: choice.code === language,
    href: addressWith(originalUrl, { lang: choice.code }),
  }))
  return { language, direction: directionOf(language), languages: choices, t, address: originalUrl }
}

const cookieOf = (req: Request) => /(?:^|;\s*)lang=(\w+)/.exec(req.headers.cookie ?? '')?.[1]

const browserOf = (req: Request) => req.acceptsLanguages(...languages.map(({ code }) => code)) || undefined
