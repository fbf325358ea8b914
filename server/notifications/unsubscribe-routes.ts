import { Router, type Request } from 'express'
import { mailPreferences, type Account } from '../accounts/account.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { LinkKeys } from '../mail/link-keys.ts'
import { paths } from '../paths.ts'
import { formValues } from '../web/form-values.ts'
import { notFoundProblem } from '../web/problem.ts'

interface UnsubscribeServices {
  accounts: AccountStore
  keys: LinkKeys
}

/** Open to whoever has the link of a mail, whose key is good for this and nothing else. Opening it changes nothing. */
export const unsubscribePage = (services: UnsubscribeServices): Router =>
  Router().get('/', async (req, res) => {
    const { id, mailPreference } = await accountIn(req, services)
    res.render('notifications/unsubscribe', {
      title: req.t('mail:unsubscribe.title'),
      action: paths.unsubscribing(id, String(req.query.token)),
      ended: mailPreference === 'never',
    })
  })

/** The same, and without a session's token: mail programs send it for people (RFC 8058). */
export const unsubscribing = (services: UnsubscribeServices): Router =>
  Router().post('/', async (req, res) => {
    const { id } = await accountIn(req, services)
    const again = mailPreferences.find((one) => one === formValues(req.body).again)
    await services.accounts.setMailPreference(id, again ?? 'never')
    res.redirect(303, paths.unsubscribing(id, String(req.query.token)))
  })

async function accountIn({ query }: Request, { accounts, keys }: UnsubscribeServices): Promise<Account> {
  const { account: id, token } = query
  const isGood = typeof id === 'string' && token === keys.tokenOf('unsubscribe', id)
  const account = isGood ? await accounts.find(id) : null
  if (!account) throw notFoundProblem()
  return account
}
