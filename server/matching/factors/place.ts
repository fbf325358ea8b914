import { assess, type Assess } from '../assessment.ts'

/** Anywhere is promised easily; who names the country has it in mind. */
const promisedAnywhere = 0.85
const partOfTheWorld = 0.6
/** Serving one of many countries already fits that one. */
const anyOfThem = 0.5

/** Whether what is offered reaches where it is needed. */
export const place: Assess = ({ offer: { profile: offer }, need: { profile: need } }) => {
  const wanted = [...need.countries]
  if (offer.anywhere && need.anywhere) return assess('place', 1, 'everywhere')
  if (offer.anywhere) return assess('place', promisedAnywhere, 'anywhere', { countries: wanted })
  if (need.anywhere) return assess('place', partOfTheWorld, 'one-place', { countries: [...offer.countries] })
  const countries = wanted.filter((country) => offer.countries.has(country))
  if (countries.length === 0) return assess('place', 0, 'apart', { countries: wanted })
  if (countries.length === wanted.length) return assess('place', 1, 'covers', { countries })
  const share = anyOfThem + (1 - anyOfThem) * (countries.length / wanted.length)
  return assess('place', share, 'partly', { countries, asked: wanted.length })
}
