import type { Account, Role } from '../../server/accounts/account.ts'
import type { Services } from '../../server/services.ts'
import { demoId } from './demo-id.ts'

export interface DemoPerson {
  /** The part of the e-mail address before `@demo.example`. */
  key: string
  name: string
  /** Key of the organisation. */
  organisation: string
  roles: Role[]
}

/** The address that the person signs in with. */
export const emailOf = ({ key }: Pick<DemoPerson, 'key'>): string => `${key}@demo.example`

const member = (key: string, name: string, organisation: string): DemoPerson => ({
  ...{ key, name, organisation },
  roles: ['member'],
})

const manager = (key: string, name: string, organisation: string): DemoPerson => ({
  ...member(key, name, organisation),
  roles: ['member', 'manager'],
})

/** The six whose accounts everybody may try the demo with; whoever is last stands for the end of the seeding. */
export const demoGuides: DemoPerson[] = [
  manager('company', 'Carla Company', 'example-solar'),
  manager('entity', 'Emil Entity', 'unicef'),
  manager('office', 'Olive Office', 'unicef-kenya'),
  member('outsider', 'Oscar Outsider', 'wfp-peru'),
  { key: 'screener', name: 'Selma Screener', organisation: 'undp', roles: ['screener'] },
  { key: 'admin', name: 'Ada Admin', organisation: 'undp', roles: ['administrator'] },
]

/** Those with whom the six deal; nobody real bears such a name. */
export const demoCounterparts: DemoPerson[] = [
  member('shili', 'Shi Li (示例)', 'shili-cold-chain'),
  member('eau', 'Élodie Exemple', 'exemple-eau'),
  member('alimentos', 'Marta Muestra', 'muestra-alimentos'),
  member('namouthaj', 'Nada Namouthaj (ندى نموذج)', 'namouthaj-learning'),
  member('obrazets', 'Oleg Obrazets (Олег Образец)', 'obrazets-logistics'),
  member('pharma', 'Sanjana Specimen', 'specimen-pharma'),
  member('agua', 'Elvira Ejemplo', 'ejemplo-agua'),
  member('vanille', 'Olivia Ohatra', 'ohatra-vanille'),
  member('cloud', 'Eddie Example', 'example-cloud'),
  member('orbital', 'Étienne Exemple', 'exemple-orbital'),
  member('cargo', 'Eva Exemplo', 'exemplo-carga-aerea'),
  member('who', 'Wanda Who', 'who'),
  member('senegal', 'Samba Sample', 'who-senegal'),
  member('wfp', 'Wim Worldfood', 'wfp'),
  member('unhcr', 'Hugo Highcommissioner', 'unhcr'),
  member('jordan', 'Jamila Jordan', 'unhcr-jordan'),
  member('undp', 'Dina Developer', 'undp'),
  member('fao', 'Flora Farmer', 'fao'),
  member('madagascar', 'Manda Madagascar', 'fao-madagascar'),
  member('women', 'Wilma Women', 'un-women'),
  member('unesco', 'Ursula Unesco', 'unesco'),
]

export async function personNamed(key: string, { accounts }: Pick<Services, 'accounts'>): Promise<Account> {
  const account = await accounts.find(demoId(emailOf({ key })))
  if (!account) throw new Error(`The demo has nobody called ${key}`)
  return account
}
