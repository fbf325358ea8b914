import { z } from 'zod'
import type { Account } from '../accounts/account.ts'
import type { Need } from '../needs/need.ts'
import type { Offer } from '../offers/offer.ts'
import { naming } from '../organisations/naming.ts'
import { listPostings, type ListedPosting } from '../postings/list-postings.ts'
import { post, revise } from '../postings/post.ts'
import { newPosting } from '../postings/posting-acts.ts'
import { postingChangeSchemas, postingInput, windowErrors } from '../postings/posting-input.ts'
import type { PostingContent } from '../postings/posting.ts'
import { cursorFits, postingQuery, type PostingQuery } from '../postings/posting-query.ts'
import type { SideOfSite } from '../postings/side-of-site.ts'
import { several } from '../search/parameters.ts'
import { invalid, Problem, signInNeeded } from '../web/problem.ts'
import { operation, type Call, type Operation } from './operation.ts'
import { ownPostings } from './own-postings.ts'
import { postingActOperations } from './posting-act-operations.ts'
import { contentOf, postingAnswers, postingJson } from './posting-json.ts'

/** `total` is promised to be exact, so without the search server there is no list; pages show what they can. */
const awayProblem = { detail: 'The search server does not answer.', headers: { 'Retry-After': '10' } }

/** Looks a posting up for an account, who may be nobody. */
type Find<P> = (account: Account | undefined, id: string) => Promise<P>

/** Listing, posting, reading and changing offers or needs. */
export function postingOperations<P extends Offer | Need>(
  site: SideOfSite<P>,
  statuses: readonly string[],
  find: Find<P>,
): Operation[] {
  const { side, permission, desk, clock } = site
  const path = `/${side}s`

  const shown = ({ posting, organisation }: ListedPosting<P>) =>
    postingJson(posting, organisation, clock.now())

  async function one(posting: P) {
    const nameOf = await naming([posting.organisationId], site.organisations)
    return postingJson(posting, nameOf(posting.organisationId), clock.now())
  }

  async function list({ account, query: asked, t }: Call<unknown, PostingQuery>) {
    const isPublic = asked.status.every((status) => site.listed.includes(status))
    if (!isPublic && !account) throw signInNeeded('These states are listed for those who posted.')
    if (isPublic && !cursorFits(asked)) throw invalid([{ field: 'cursor', message: t('form.errors.choice') }])
    const found = isPublic
      ? await listPostings(site, asked)
      : await ownPostings(site, asked, account as Account)
    if (!found) throw new Problem('unavailable', awayProblem)
    const { items, facets, total, nextCursor } = found
    return { body: { items: items.map(shown), facets, total, nextCursor } }
  }

  async function create({ me, body: content, idempotencyKey }: Call<PostingContent>) {
    const posting = site.complete(newPosting(side, content, me.organisation.id, clock.now(), false))
    const stored = await post(posting, me, desk, idempotencyKey)
    return { headers: { Location: `/api/v1${path}/${stored.id}` }, body: await one(stored) }
  }

  async function change({ me, body, params, t }: Call<Partial<PostingContent>>) {
    const read = await site.findOwn(me, params.id ?? '')
    const content = { ...contentOf(read), ...body } as PostingContent
    const errors = windowErrors(content, clock.now())
    if (errors.length > 0)
      throw invalid(errors.map((error) => ({ field: error.path.join('.'), message: t(error.key) })))
    return { body: await one(await revise(read, content, me, desk)) }
  }

  const status = z.enum(statuses)
  const query = postingQuery.extend({ status: several(status), lang: z.string().optional() }).strict()
  return [
    operation({
      method: 'get',
      path,
      summary: `Open ${side}s, or those in the states that are asked for, with facet counts`,
      access: 'public',
      query,
      status: 200,
      answer: z.object({
        items: z.array(postingAnswers[side]),
        facets: z.record(z.string(), z.array(z.object({ value: z.string(), count: z.int() }))),
        total: z.int(),
        nextCursor: z.string().nullable(),
      }),
      handle: list,
    }),
    operation({
      method: 'post',
      path,
      summary: `Posts ${side === 'offer' ? 'an offer; screening begins at once' : 'a need'}`,
      access: permission,
      body: postingInput(side, () => clock.now()),
      status: 201,
      answer: postingAnswers[side],
      handle: create,
    }),
    operation({
      method: 'get',
      path: `${path}/{id}`,
      summary: `One ${side}`,
      access: 'public',
      status: 200,
      answer: postingAnswers[side],
      handle: async ({ account, params }) => ({ body: await one(await find(account, params.id ?? '')) }),
    }),
    operation({
      method: 'patch',
      path: `${path}/{id}`,
      summary: `Changes one's own ${side}: a new revision`,
      access: permission,
      body: postingChangeSchemas[side],
      status: 200,
      answer: postingAnswers[side],
      handle: change,
    }),
    ...postingActOperations(site),
  ]
}
