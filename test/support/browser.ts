import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'
import { password } from './people.ts'

/** A Chromium of its own with a fresh profile; each person gets a context, as each has an own browser. */
export async function openBrowser() {
  const profile = await mkdtemp(path.join(tmpdir(), 'concord-chromium-'))
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    env: { ...process.env, HOME: profile } as Record<string, string>,
  })
  const contexts: BrowserContext[] = []
  return {
    /** A page of a person who has signed in through the form. */
    async signedIn(url: string, email: string, locale = 'en'): Promise<Page> {
      const context = await browser.newContext({ baseURL: url, locale })
      contexts.push(context)
      const page = await context.newPage()
      await page.goto('/sign-in')
      await page.fill('input[name=email]', email)
      await page.fill('input[name=password]', password)
      await page.click('main button[type=submit]')
      await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
      return page
    },

    async visitor(url: string, options: Parameters<typeof browser.newContext>[0] = {}): Promise<Page> {
      const context = await browser.newContext({ baseURL: url, ...options })
      contexts.push(context)
      return context.newPage()
    },

    async close() {
      await Promise.all(contexts.map((context) => context.close()))
      await browser.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
