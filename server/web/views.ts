import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Express } from 'express'
import { create } from 'express-handlebars'
import type { TemplateDelegate } from 'handlebars'
import { createHelpers } from './helpers/index.ts'
import { directionOf, fallbackLanguage, languages } from './i18n.ts'
import type { Translations } from './i18n.ts'

const folder = fileURLToPath(new URL('../../views', import.meta.url))

export interface Views {
  engine: ReturnType<typeof create>['engine']
  /** One template of `views/` without a layout, as a page, a socket row or a mail needs it. */
  renderPartial(name: string, context: { language: string } & Record<string, unknown>): Promise<string>
}

/**
 * Handlebars over `views/`: each template is also a partial under its path, as in
 * `{{> notifications/_notification}}` or `{{> components/empty-state}}`. Compiled once; `npm run dev` restarts
 * when a template changes.
 */
export function createViews(translations: Translations): Views {
  const handlebars = create({
    extname: '.hbs',
    layoutsDir: path.join(folder, 'layouts'),
    partialsDir: folder,
    helpers: createHelpers(translations),
    // A partial would else carry the indent of its place into every textarea.
    compilerOptions: { preventIndent: true },
  })
  // not precompiled, so these are functions
  const partials = handlebars.getPartials({ cache: true }) as Promise<Record<string, TemplateDelegate>>
  return {
    engine: handlebars.engine,
    async renderPartial(name, context) {
      const options = { cache: true, partials: await partials }
      return handlebars.render(path.join(folder, `${name}.hbs`), withDirection(context), options)
    },
  }
}

const withDirection = (context: { language: string }) => ({
  direction: directionOf(context.language),
  ...context,
})

/** Pages that fail before a language was chosen are shown in the fallback language. */
export function setUpViews(app: Express, views: Views): void {
  app.engine('hbs', views.engine)
  app.set('views', folder)
  app.set('view engine', 'hbs')
  app.enable('view cache')
  Object.assign(app.locals, withDirection({ language: fallbackLanguage }), { languages })
}
