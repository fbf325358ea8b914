import type { Request } from 'express'
import { figuresFrom } from '../answers/response-figures.ts'
import { responseSentence } from '../answers/response-sentence.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import type { CountryServices } from './country-services.ts'

type Reader = Pick<Request, 'language' | 't'>
type OfficeServices = Pick<CountryServices, 'organisations' | 'answers' | 'clock'>

/** Offices that serve a country, each with its entity, how that answers, and the other countries that it serves. */
export async function countryOffices(country: string, services: OfficeServices, reader: Reader) {
  const { language, t } = reader
  const all = await services.organisations.unSide()
  const entities = new Map(all.map((one) => [one.id, one]))
  const serving = all.filter(({ kind, countries }) => kind === 'office' && countries.includes(country))
  const rows = serving.map(async (office) => {
    const entity = entities.get(office.parentId ?? '')
    const others = office.countries.length - 1
    return {
      ...{ href: paths.organisation(office), name: office.name },
      entity: entity && { href: paths.organisation(entity), name: entity.name },
      others: others > 0 ? t('countries:page.other-countries', { count: others }) : undefined,
      answers: await answersOf(entity ?? office, services, reader),
    }
  })
  const { compare } = namesIn(language)
  return (await Promise.all(rows)).sort((a, b) => compare(a.name, b.name))
}

async function answersOf({ id }: Organisation, { answers, clock }: OfficeServices, reader: Reader) {
  const now = clock.now()
  return responseSentence(await answers.askedSince(figuresFrom(now), id), now, reader)
}
