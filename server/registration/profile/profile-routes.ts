import { Router, type Request, type Response } from 'express'
import { accountOf } from '../../accounts/guards.ts'
import type { Clock } from '../../connections/clock.ts'
import type { Organisation } from '../../organisations/organisation.ts'
import type { OrganisationStore } from '../../organisations/organisation-store.ts'
import { paths } from '../../paths.ts'
import { audited } from '../../records/effect.ts'
import { addressWith } from '../../web/address.ts'
import { createThrottle } from '../../web/throttle.ts'
import { householdsFor } from '../people-access.ts'
import { differencesBetween, profileChange } from './profile-changes.ts'
import { readProfile, typedProfile } from './profile-form.ts'
import { profilePage } from './profile-page.ts'

interface ProfileServices {
  organisations: Pick<OrganisationStore, 'find' | 'change'>
  processing: { wake(): void }
  clock: Clock
}

type Asked = Request<{ id: string }>

const template = 'registration/profile/profile'

/** An organisation's profile, for those who manage it. A change has what it offers screened anew. */
export function profileRoutes({ organisations, processing, clock }: ProfileServices): Router {
  const perManager = createThrottle(30, 60 * 60)

  const managed = (req: Asked) => householdsFor(accountOf(req), organisations).findManaged(req.params.id)

  /** Whether it was written: not where somebody changed the organisation since it was read. */
  async function change(read: Organisation, said: Organisation, req: Asked): Promise<boolean> {
    const { change: changed, ...states } = profileChange(read, said)
    if (Object.keys(changed).length === 0) return true
    const now = clock.now()
    const record = { kind: 'organisation', id: read.id }
    const trace = audited({ actor: accountOf(req), act: 'profile-changed', record, ...states }, now)
    const written = await organisations.change(read, changed, [trace], now)
    processing.wake()
    return written !== null
  }

  async function showOvertaken(said: Organisation, values: object, req: Asked, res: Response): Promise<void> {
    const organisation = await managed(req)
    const differing = differencesBetween(organisation, said).map(({ field }) => field)
    const state = { organisation, values: { ...values }, differing }
    res.status(409).render(template, profilePage(state, req))
  }

  return Router({ mergeParams: true })
    .get('/', async (req: Asked, res) => {
      const organisation = await managed(req)
      const saved = req.query.notice === 'saved'
      const flash = { tone: 'success', text: req.t('registration:profile.saved') }
      res.render(template, profilePage({ organisation, ...(saved && { flash }) }, req))
    })
    .post('/', async (req: Asked, res) => {
      const organisation = await managed(req)
      await perManager.admit(accountOf(req).id)
      const values = typedProfile(req.body)
      const { said, errors } = readProfile(organisation, values)
      if (errors) return res.status(422).render(template, profilePage({ organisation, values, errors }, req))
      const asOpened = values.version === String(organisation.version)
      if (!asOpened || !(await change(organisation, said, req))) return showOvertaken(said, values, req, res)
      res.redirect(303, addressWith(paths.organisationProfile(organisation), { notice: 'saved' }))
    })
}
