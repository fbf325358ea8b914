import type { Request } from 'express'
import { stepWords } from '../charts/step-words.ts'
import { worldMap } from '../charts/world-map.ts'
import { writingIn } from '../charts/writing.ts'
import { paths } from '../paths.ts'
import { countCountries, type CountryCounts } from '../postings/count-countries.ts'
import { namesIn } from '../postings/posting-names.ts'
import { alpha3FromName } from '../vocabulary/place-names.ts'
import { fold } from '../vocabulary/fold.ts'
import { allCountries, countriesIn } from '../vocabulary/places.ts'
import { continents } from '../vocabulary/region-tree.ts'
import type { CountryServices } from './country-services.ts'

type Reader = Pick<Request, 'language' | 't'>

interface Counts {
  needs: CountryCounts | null
  offers: CountryCounts | null
}

/** The model of `views/countries/list.hbs`: `?q=` finds countries by a part of their name. */
export async function countryListPage(
  req: Pick<Request, 'language' | 't' | 'query'>,
  { search, clock }: Pick<CountryServices, 'search' | 'clock'>,
) {
  const { t, language } = req
  const q = String([req.query.q ?? ''].flat()[0]).slice(0, 100)
  const now = clock.now()
  const [needs, offers] = await Promise.all([
    countCountries(search, 'need', now),
    countCountries(search, 'offer', now),
  ])
  const found = namedLike(q, language)
  const counts = { needs, offers }
  return {
    title: t('countries:list.title'),
    search: { href: paths.countries(), q, label: t('countries:list.search'), hint: t('countries:list.hint') },
    map: needs && needs.named.size > 0 && !q ? needsMap(needs, req) : undefined,
    anywhere: [anywhere('needs', counts, t), anywhere('offers', counts, t)].flat(),
    regions: regionsWith(found, counts, req),
    clear: q ? paths.countries() : undefined,
  }
}

/** Of all countries those whose name in the reader's language has the words, or whose name in any language it is. */
function namedLike(q: string, language: string): Set<string> {
  const names = namesIn(language)
  const wanted = fold(q).trim()
  const exact = alpha3FromName(q)
  return new Set(
    allCountries().filter((code) => code === exact || fold(names.country(code)).includes(wanted)),
  )
}

function needsMap({ named }: CountryCounts, { t, language }: Reader) {
  const names = namesIn(language)
  const { number } = writingIn(language)
  const values = [...named].map(([country, value]) => ({
    ...{ country, value },
    ...{ name: names.country(country), href: paths.country(country) },
  }))
  return worldMap(values, {
    caption: t('countries:list.map'),
    country: t('countries:list.country'),
    value: t('countries:list.needs'),
    say: (value) => t('countries:list.count-needs', { count: value, number: number(value) }),
    step: stepWords(t, number),
  })
}

/** What fits every country is said once. */
function anywhere(side: 'needs' | 'offers', counts: Counts, t: Reader['t']): string[] {
  const count = counts[side]?.anywhere ?? 0
  return count > 0 ? [t(`countries:list.anywhere-${side}`, { count })] : []
}

/** Continents with those of their countries that were found, and below them what lies on none. */
function regionsWith(found: Set<string>, { needs, offers }: Counts, { language, t }: Reader) {
  const names = namesIn(language)
  const row = (country: string) => ({
    ...{ href: paths.country(country), name: names.country(country) },
    needs: needs?.named.get(country),
    offers: offers?.named.get(country),
  })
  const part = (name: string, codes: string[]) => ({
    name,
    countries: codes
      .filter((code) => found.has(code))
      .map(row)
      .sort((a, b) => names.compare(a.name, b.name)),
  })
  const onContinents = new Set(continents.flatMap(countriesIn))
  const others = allCountries().filter((code) => !onContinents.has(code))
  return [
    ...continents
      .map((code) => part(names.region(code), countriesIn(code)))
      .sort((a, b) => names.compare(a.name, b.name)),
    part(t('countries:list.no-region'), others),
  ].filter(({ countries }) => countries.length > 0)
}
