import { z } from 'zod'
import type { Account } from '../accounts/account.ts'
import { introductionsFor, type Introduction } from '../introductions/introduction-access.ts'
import { confirm, end, propose, takeBack, type IntroductionDesk } from '../introductions/introduction-acts.ts'
import { agreementInput, endingInput, messageInput } from '../introductions/introduction-forms.ts'
import type { Message } from '../introductions/messages/message.ts'
import { messagesPerPage } from '../introductions/messages/message-store.ts'
import { sendMessage, type MessageDesk } from '../introductions/messages/send-message.ts'
import { newId } from '../records/new-id.ts'
import type { Services } from '../services.ts'
import { matchAnswer, matchJson } from './match-json.ts'
import { operation, type Call, type Operation } from './operation.ts'

type IntroductionServices = Pick<
  Services,
  | ('offers' | 'needs' | 'matches' | 'organisations' | 'introductions' | 'messages')
  | ('processing' | 'ring' | 'clock')
>

const messageAnswer = z.object({
  id: z.string(),
  author: z.object({ name: z.string(), side: z.enum(['offer', 'need']) }),
  text: z.string(),
  sentAt: z.iso.datetime(),
  takenBackAt: z.iso.datetime().nullable(),
})

/** What the people of both sides of an introduction write to one another, and what comes of it. */
export function introductionOperations(services: IntroductionServices): Operation[] {
  const { introductions, messages, processing, ring, clock } = services
  const desk: IntroductionDesk & MessageDesk = {
    ...{ introductions, messages, ring, wake: processing.wake },
    now: () => clock.now(),
  }
  const find = ({ me, params }: Call) => introductionsFor(me, services, clock.now()).find(params.id ?? '')
  const act = <T extends z.ZodType>(
    path: string,
    summary: string,
    body: T | undefined,
    happen: (own: Introduction, input: z.output<T>, me: Account) => Promise<void>,
  ): Operation =>
    operation({
      ...{ method: 'post', path: `/matches/{id}/${path}`, summary, access: 'account', body },
      ...{ status: 200, answer: matchAnswer },
      async handle(call) {
        await happen(await find(call), call.body as z.output<T>, call.me)
        return { body: matchJson(await find(call), call.t, call.language) }
      },
    })

  return [
    operation({
      method: 'get',
      path: '/matches/{id}/messages',
      summary: 'The conversation of an introduction, oldest first: the latest 50, or those before an id',
      access: 'account',
      query: z.strictObject({ before: z.string().max(40).optional(), lang: z.string().optional() }),
      status: 200,
      answer: z.object({ items: z.array(messageAnswer), before: z.string().nullable() }),
      async handle(call) {
        const { match } = await find(call)
        const items = await messages.page(match.id, call.query.before)
        const before = items.length === messagesPerPage ? (items[0]?.id ?? null) : null
        return { body: { items: items.map(messageJson), before } }
      },
    }),
    operation({
      method: 'post',
      path: '/matches/{id}/messages',
      summary: 'Writes to the people of both sides',
      access: 'account',
      body: messageInput,
      status: 201,
      answer: messageAnswer,
      async handle(call) {
        const { me, body, idempotencyKey = newId() } = call
        const sent = await sendMessage(await find(call), { ...body, key: idempotencyKey }, me, desk)
        return { body: messageJson(sent) }
      },
    }),
    act('ending', 'Ends an introduction, with a reason', endingInput, (own, input, me) =>
      end(own, input, me, desk),
    ),
    act(
      'agreement',
      'Says that both sides agreed on a partnership, which the other side is asked to confirm',
      agreementInput,
      (own, input, me) => propose(own, input, me, desk),
    ),
    act(
      'agreement/confirmation',
      'Confirms what the other side proposed, which makes it a public partnership',
      undefined,
      (own, _input, me) => confirm(own, me, desk),
    ),
    act(
      'agreement/withdrawal',
      'Takes a proposal back, or does not agree to it',
      undefined,
      (own, _input, me) => takeBack(own, me, desk),
    ),
  ]
}

const messageJson = ({ id, name, side, text, sentAt, takenBackAt }: Message) => ({
  ...{ id, text, sentAt, takenBackAt: takenBackAt ?? null },
  author: { name, side },
})
