import { randomUUID } from 'node:crypto'
import type { Partnership } from '../../server/partnerships/partnership.ts'
import { newId } from '../../server/records/new-id.ts'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import type { Cast } from '../support/cast.ts'
import type { ApiClient } from '../support/api-client.ts'
import type { Site } from '../support/site.ts'

/** Fills the parameters of a route with things of the cast; a route that changes them gets things of its own. */
export function things(site: Site, cast: Cast) {
  const { ada, hanna, wanjiru, selma } = cast

  async function created(api: ApiClient, path: string, body: object): Promise<string> {
    const answer = await api.post(path, body)
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    await site.settled()
    return answer.body.id
  }

  /** No two alike, or screening would take the second for a duplicate. */
  const another = () => `${randomUUID()} ${randomUUID()} ${randomUUID()}`

  const offer = () =>
    created(ada.api, '/offers', { ...refrigerators(), description: `Solar refrigerators. ${another()}` })
  const need = () =>
    created(wanjiru.api, '/needs', refrigeratorsNeeded({ description: `For nurses. ${another()}` }))
  const held = () =>
    created(ada.api, '/offers', {
      ...refrigerators({ title: 'Cigarettes for volunteers' }),
      description: `We produce tobacco and give cigarettes. ${another()}`,
    })

  async function match(): Promise<string> {
    const [offerId, needId] = [await offer(), await need()]
    const { items } = (await ada.api.get(`/offers/${offerId}/matches`)).body
    return items.find((one: { need: { id: string } }) => one.need.id === needId).id
  }

  async function introduction(): Promise<string> {
    const id = await match()
    for (const { api } of [ada, wanjiru]) await api.post(`/matches/${id}/interest`)
    await site.settled()
    return id
  }

  async function question(): Promise<string> {
    const asked = await site.services.accounts.find(ada.id)
    const { questions } = site.services
    const id = newId()
    const { id: accountId, name, organisation } = asked!
    const from = { accountId, name, organisationId: organisation.id }
    await questions.add(
      { ...from, id, needId: await need(), text: 'Which voltage?', askedAt: new Date() },
      id,
      [],
    )
    return id
  }

  /** Ada's, in an introduction of hers. */
  async function message(matchId: string): Promise<string> {
    const sent = {
      id: newId(),
      matchId,
      authorId: ada.id,
      name: 'Ada',
      side: 'offer' as const,
      text: 'Hello',
    }
    return (await site.services.messages.add({ ...sent, sentAt: new Date() }, sent.id, [])).id
  }

  async function notification(): Promise<string> {
    await held()
    return (await selma.api.get('/notifications')).body.items[0].id
  }

  const rule = () =>
    created(hanna.api, '/alert-rules', { name: `Kenya ${randomUUID()}`, side: 'offers', countries: ['KEN'] })

  async function partnership(): Promise<string> {
    const id = randomUUID()
    const partnership: Partnership = {
      ...{ id, title: 'Wells for villages', description: 'Forty wells.', language: 'en', sources: [] },
      ...{ company: { name: 'Acme' }, entities: [], countries: [], regions: [], sdgs: [6] },
      ...{ contributionTypes: ['in-kind-goods'], model: 'humanitarian', from: 2020, createdAt: new Date() },
    }
    await site.services.partnerships.add(partnership, new Date())
    return id
  }

  async function token(): Promise<string> {
    const { tokens, clock } = site.services
    await tokens.create(ada.id, 'to be revoked', clock.now())
    const made = await tokens.of({ accountId: ada.id, epoch: 0 }, clock.now())
    return made.find(({ name }) => name === 'to be revoked')!.id
  }

  const makers: [RegExp, () => Promise<string>][] = [
    [/\/account\/tokens\/:id/, token],
    [/\/admin\/accounts\/:id/, async () => cast.boris.id],
    [/\/offers\/:id\/decision/, held],
    [/\/offers\/:id/, offer],
    [/\/needs\/:id/, need],
    [/\/introductions\/:id/, introduction],
    [/\/questions\/:id/, question],
    [/\/matches\/:id\/(messages|ending|agreement)/, introduction],
    [/\/matches\/:id/, match],
    [/\/alerts\/rules\/:id|\/alert-rules\/:id/, rule],
    [/\/alerts\/:id|\/notifications\/:id/, notification],
    [/\/screening\/:id/, held],
    [/\/organisations\/:id/, async () => hanna.organisation.id],
    [/\/partnerships\/:id/, partnership],
    [/\/countries\/:iso3/, async () => 'KEN'],
  ]
  async function withMessage(path: string): Promise<string> {
    const id = await introduction()
    return path.replace(':id', id).replace(':message', await message(id))
  }

  const kept = new Map<RegExp, Promise<string>>()

  return {
    /** The path of a route, filled; reading routes share what they read. */
    async pathOf(route: string): Promise<string> {
      const [method = '', path = ''] = route.split(' ')
      if (!path.includes(':')) return path
      const found = makers.find(([pattern]) => pattern.test(path))
      if (!found) throw new Error(`Nobody knows what to put into ${path}`)
      const [pattern, make] = found
      if (path.includes(':message')) return withMessage(path)
      if (method !== 'GET') return path.replace(/:\w+/, await make())
      if (!kept.has(pattern)) kept.set(pattern, make())
      return path.replace(/:\w+/, (await kept.get(pattern)) as string)
    },
  }
}
