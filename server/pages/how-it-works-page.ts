import type { Request } from 'express'
import { answerDays, overdueReminderDays, reminderDays } from '../answers/answer.ts'
import { exampleMatch } from '../matching/example.ts'
import { factorNames } from '../matching/match.ts'
import { weights } from '../matching/score.ts'
import { sentence } from '../matching/sentence.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { warningDays } from '../postings/look.ts'
import { defaultNeedDays, standingDays } from '../postings/posting-end.ts'
import { depthAndDesk } from '../screening/depth.ts'
import { riskSectors } from '../screening/rules/risk-sectors.ts'
import { ruleLanguage } from '../screening/rules/rule.ts'
import { RULES_VERSION } from '../screening/rules/rule-set.ts'
import { levels } from '../screening/screening.ts'
import { checksWithRules, overlaysWithRules } from './how-it-works-rules.ts'

type Reader = Pick<Request, 'language' | 't'>

/** The parts of the page, in their order, as its table of contents lists them. */
const parts = [
  'steps',
  'rules',
  'overlays',
  'deciders',
  'score',
  'answers',
  'ends',
  'public',
  'procurement',
] as const

/** The model of `views/how-it-works/how-it-works.hbs`: who decides what by which rule. */
export function howItWorksPage(unSide: Organisation[], now: Date, reader: Reader) {
  const { t } = reader
  return {
    title: t('how-it-works:title'),
    version: RULES_VERSION,
    contents: parts.map((id) => ({ id, text: t(`how-it-works:${id}.heading`) })),
    steps: t('how-it-works:steps.all', { returnObjects: true }),
    checks: checksWithRules(reader),
    overlays: overlaysWithRules(unSide, reader),
    deciders: { levels: levelRows(t), sectors: sectorRows(reader) },
    score: scorePart(now, reader),
    answers: t('how-it-works:answers.all', {
      ...{ returnObjects: true, days: answerDays, before: reminderDays, every: overdueReminderDays },
    }),
    ends: { warnings: [...warningDays], standing: standingDays, need: defaultNeedDays },
    visible: t('how-it-works:public.all', { returnObjects: true }),
    hidden: t('how-it-works:public.never', { returnObjects: true }),
  }
}

/** How deep due diligence goes at each level of risk and which desk decides. */
const levelRows = (t: Reader['t']) =>
  levels.map((level) => {
    const { depth, desk } = depthAndDesk(level, [])
    return {
      level: t(`screening:level.${level}`),
      depth: t(`screening:depth.${depth}`),
      desk: t(`screening:desk.${desk}`),
      goesOn: level === 'low' || level === 'moderate',
    }
  })

const sectorRows = ({ language, t }: Reader) =>
  riskSectors.map(({ name, industries, level }) => ({
    name: name[ruleLanguage(language)],
    level: t(`screening:level.${level}`),
    industries: industries.join(', '),
  }))

/** Every factor with its points, and what an example gets. What two postings are about has what the others leave. */
function scorePart(now: Date, { language, t }: Reader) {
  const { offer, need, score, factors } = exampleMatch(now)
  const others = Object.values(weights).reduce((sum, points) => sum + points, 0)
  return {
    weights: factorNames.map((factor) => ({
      name: t(`matching:factor.${factor}`),
      points: factor === 'topic' || factor === 'text' ? undefined : weights[factor],
      asks: t(`how-it-works:score.asks.${factor}`),
    })),
    subject: 100 - others,
    example: {
      ...{ offer, need, score },
      factors: factors.map(({ factor, points, of, message }) => ({
        name: t(`matching:factor.${factor}`),
        ...{ points, of, text: sentence(message, t, language) },
      })),
    },
  }
}
