import { company, entity, office } from '../factories/organisations.ts'
import { person, type Person } from './people.ts'
import type { Site } from './site.ts'

export interface Cast {
  /** of Acme Cold Chain, a company */
  ada: Person
  /** of another company */
  boris: Person
  /** focal point at UNICEF's headquarters */
  hanna: Person
  /** of UNICEF's office in Kenya */
  wanjiru: Person
  /** of WFP's office in Peru */
  luis: Person
  /** screening officer at UNDP */
  selma: Person
}

/** The people of most tests: two companies, an entity with its office in Kenya, another's office in Peru, a screener. */
export async function castFor(site: Site): Promise<Cast> {
  const unicef = entity('United Nations Children’s Fund', 'UNICEF', { sdgs: [3, 4, 6] })
  const wfp = entity('World Food Programme', 'WFP', { sdgs: [2] })
  const undp = entity('United Nations Development Programme', 'UNDP')
  await site.services.organisations.add(wfp)
  const hanna = await person(site, 'Hanna', unicef)
  return {
    hanna,
    ada: await person(site, 'Ada', company('Acme Cold Chain')),
    boris: await person(site, 'Boris', company('Borealis Pumps')),
    wanjiru: await person(site, 'Wanjiru', office('UNICEF Kenya', unicef, ['KEN'])),
    luis: await person(site, 'Luis', office('WFP Peru', wfp, ['PER'])),
    selma: await person(site, 'Selma', undp, ['screener']),
  }
}
