import { company } from '../factories/organisations.ts'
import { refrigerators } from '../factories/postings.ts'
import { castFor } from '../support/cast.ts'
import { person } from '../support/people.ts'
import { openSite } from '../support/site.ts'

test('a name hit that a person settled for one offer is not asked again for the next; another company is asked', async () => {
  const site = await openSite()
  const { selma } = await castFor(site)
  await site.services.watchlists.replace('Test list', [{ id: 'T-1', names: ['Vega Dual-Use Trading Ltd'] }])
  const vega = await person(site, 'Vega', company('Vega Dual Use Trading'))
  const vegan = await person(site, 'Vegan', company('Vega Dual Use Trading GmbH'))
  const post = async (who: typeof vega, title: string) => {
    const { body } = await who.api.post(
      '/offers',
      refrigerators({ title, description: `${title}: ${'x y z '.repeat(9)}` }),
    )
    await site.settled()
    return body.id as string
  }
  const first = await post(vega, 'Solar lamps for schools')
  expect((await vega.api.get(`/offers/${first}`)).body.status).toBe('held')
  const decision = { verdict: 'cleared', reason: 'Another company: founded elsewhere, other owners.' }
  expect((await vega.api.post(`/offers/${first}/decision`, decision)).status).toBe(403)
  expect((await selma.api.post(`/offers/${first}/decision`, decision)).status).toBe(200)
  await site.settled()

  const second = await post(vega, 'Water filters for clinics')
  const { verdict, checks } = (await selma.api.get(`/offers/${second}/screening`)).body
  expect(verdict).toBe('cleared')
  const names = checks.find(({ check }: { check: string }) => check === 'not-sanctioned')
  expect(names.reasons.map(({ rule }: { rule: string }) => rule)).toContain('not-sanctioned.settled')
  expect((await vegan.api.get(`/offers/${await post(vegan, 'Radios for nurses')}`)).body.status).toBe('held')
  await site.close()
}, 60_000)
